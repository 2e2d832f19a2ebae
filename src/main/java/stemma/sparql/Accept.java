package stemma.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client accepts: an <a href="https://www.rfc-editor.org/rfc/rfc9110#name-accept">Accept</a> header. Of the ranges
 * that match a media type the most specific one gives its quality. Ranges that are malformed are passed over.
 */
public final class Accept {
    private static final Pattern RANGE = Pattern.compile("\\s*([\\w!#$&^+.*-]+)/([\\w!#$&^+.*-]+)\\s*((?:;[^,]*)?)");
    private static final Pattern QUALITY = Pattern.compile(";\\s*[qQ]\\s*=\\s*(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*");

    private record Range(String type, String subtype, double quality) {
        /** How exactly the range names the media type: 2 wholly, 1 by type, 0 as anything, -1 not at all. */
        int specificity(String mediaType) {
            if (type.equals("*")) {
                return 0;
            }
            if (!mediaType.startsWith(type + "/")) {
                return -1;
            }
            return subtype.equals("*") ? 1 : mediaType.equals(type + "/" + subtype) ? 2 : -1;
        }
    }

    private final List<Range> ranges = new ArrayList<>();

    /** Reads a header; blank for anything. */
    public Accept(String header) {
        for (String part : header.split(",", -1)) {
            Matcher matcher = RANGE.matcher(part);
            if (matcher.matches()) {
                ranges.add(new Range(
                        matcher.group(1).toLowerCase(Locale.ROOT),
                        matcher.group(2).toLowerCase(Locale.ROOT),
                        quality(matcher.group(3))));
            }
        }
        if (ranges.isEmpty()) {
            ranges.add(new Range("*", "*", 1));
        }
    }

    private static double quality(String parameters) {
        Matcher matcher = QUALITY.matcher(parameters);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 1;
    }

    /**
     * The offer of the highest quality, the first of equals; empty when none is acceptable.
     *
     * @param mediaTypes the media types that an offer can be asked for by
     */
    public <T> Optional<T> best(List<T> offers, Function<T, List<String>> mediaTypes) {
        T best = null;
        double bestQuality = 0;
        for (T offer : offers) {
            for (String mediaType : mediaTypes.apply(offer)) {
                double quality = qualityOf(mediaType);
                if (quality > bestQuality) {
                    best = offer;
                    bestQuality = quality;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private double qualityOf(String mediaType) {
        int most = -1;
        double quality = 0;
        for (Range range : ranges) {
            int specificity = range.specificity(mediaType);
            if (specificity > most) {
                most = specificity;
                quality = range.quality();
            }
        }
        return quality;
    }
}
