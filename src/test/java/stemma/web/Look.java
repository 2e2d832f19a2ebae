package stemma.web;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * The screen and the wishes of a reader. Readers here ask for reduced motion unless a test says otherwise, so that what
 * a click brings about is there at once.
 */
record Look(int width, int height, String locale, ColorScheme scheme, ReducedMotion motion) {
    static final Look WIDE = new Look(1440, 900, "en-US", ColorScheme.LIGHT, ReducedMotion.REDUCE);
    static final Look NARROW = new Look(360, 740, "en-US", ColorScheme.LIGHT, ReducedMotion.REDUCE);

    Look dark() {
        return new Look(width, height, locale, ColorScheme.DARK, motion);
    }

    Look speaking(String tag) {
        return new Look(width, height, tag, scheme, motion);
    }

    Look moving() {
        return new Look(width, height, locale, scheme, ReducedMotion.NO_PREFERENCE);
    }

    boolean narrow() {
        return width < 760;
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(locale)
                .setColorScheme(scheme)
                .setReducedMotion(motion)
                .setHasTouch(narrow());
    }
}
