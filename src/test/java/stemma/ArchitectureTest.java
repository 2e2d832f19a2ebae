package stemma;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the rooms, as the design draws them. */
@AnalyzeClasses(packages = "stemma", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule arrows_point_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("front")
            .definedBy("stemma")
            .layer("http")
            .definedBy("stemma.http..")
            .layer("export")
            .definedBy("stemma.export..")
            .layer("glossary")
            .definedBy("stemma.glossary..")
            .layer("sparql")
            .definedBy("stemma.sparql..")
            .layer("query")
            .definedBy("stemma.query..")
            .layer("ontology")
            .definedBy("stemma.ontology..")
            .layer("store")
            .definedBy("stemma.store..")
            .layer("problem")
            .definedBy("stemma.problem..")
            .whereLayer("front")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("front")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("http", "front")
            .whereLayer("glossary")
            .mayOnlyBeAccessedByLayers("export", "http", "front")
            .whereLayer("sparql")
            .mayOnlyBeAccessedByLayers("http", "front")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("glossary", "export", "http", "front")
            .whereLayer("ontology")
            .mayOnlyBeAccessedByLayers("front")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("ontology", "query", "sparql", "glossary", "http", "front")
            .whereLayer("problem")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule only_http_knows_javalin_and_jetty = noClasses()
            .that()
            .resideOutsideOfPackage("stemma.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule classes_are_named_for_what_they_are = classes()
            .should()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager");
}
