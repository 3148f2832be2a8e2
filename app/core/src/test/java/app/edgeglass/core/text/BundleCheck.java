package app.edgeglass.core.text;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the words of a module with its code: every key that the code says must be there, every key that is there must
 * be said somewhere. Keys stand in the code as whole string literals.
 */
public final class BundleCheck {

    private static final String BUNDLE = "words.properties";
    private static final String REMEDY = ".remedy";
    private static final String FAILURE = "failure.";
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern FAILED = Pattern.compile(
            "\\bFailure\\s*\\.of\\(\\s*\"([^\"]+)\"|\\bFailure\\s*\\.because\\(\\s*[\\w.()]+,\\s*\"([^\"]+)\"");

    /** What begins with a brace that is to be read as one, or an apostrophe that is. */
    private static final Pattern QUOTED = Pattern.compile("'[{}][^']*'|''");

    private final List<Path> java;
    private final Path resources;
    private final Set<String> elsewhere;

    private BundleCheck(List<Path> java, Path resources, Set<String> elsewhere) {
        this.java = java;
        this.resources = resources;
        this.elsewhere = elsewhere;
    }

    /**
     * What is wrong, in sentences; empty when all is well.
     *
     * @param java the module's source folder, and those of the modules that use its words
     * @param resources the module's resource folder
     */
    public static List<String> problems(List<Path> java, Path resources) {
        return problems(java, resources, Set.of());
    }

    /** @param elsewhere keys that are put together of what does not stand in the code of their own package */
    public static List<String> problems(List<Path> java, Path resources, Set<String> elsewhere) {
        var problems = new ArrayList<String>();
        var check = new BundleCheck(java, resources, elsewhere);
        for (Path bundle : files(resources, BUNDLE)) {
            problems.addAll(check.problemsOf(bundle));
        }
        return problems;
    }

    /** The keys that a module's code names as failures. */
    public static Set<String> failures(Path java) {
        var keys = new TreeSet<String>();
        for (Path file : files(java, ".java")) {
            Matcher matcher = FAILED.matcher(text(file));
            while (matcher.find()) {
                keys.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
        }
        return keys;
    }

    private List<String> problemsOf(Path bundle) {
        var problems = new ArrayList<String>();
        String name = resources.relativize(bundle).toString();
        Properties words = words(bundle, problems);
        Path folder = java.getFirst().resolve(resources.relativize(bundle).getParent());
        // The bundle of core is at its root and serves all packages below; the others serve their own package.
        boolean whole = name.equals("app/edgeglass/core/" + BUNDLE);
        var literals = new HashSet<String>();
        var said = new TreeSet<String>();
        for (Path file :
                whole ? java.stream().flatMap(f -> files(f, ".java").stream()).toList() : filesIn(folder)) {
            String text = text(file);
            matches(LITERAL, text, literals);
            if (!whole || text.contains("app.edgeglass.core.words")) {
                matches(SAID, text, said);
            }
        }
        for (String key : said) {
            if (!words.containsKey(key)) {
                problems.add(name + ": “" + key + "” is said but has no words");
            }
        }
        for (String key : new TreeSet<>(words.stringPropertyNames())) {
            if (!elsewhere.contains(key) && !isSaid(key, literals) && !isSaid(bare(key), literals)) {
                problems.add(name + ": “" + key + "” is said nowhere");
            }
            if (words.getProperty(key).isBlank()) {
                problems.add(name + ": “" + key + "” is empty");
            }
            pattern(name, key, words.getProperty(key), problems);
            if (key.startsWith(FAILURE) && !key.endsWith(REMEDY) && !words.containsKey(key + REMEDY)) {
                problems.add(name + ": “" + key + "” has no remedy");
            }
        }
        return problems;
    }

    /** Whether the key is a literal of the code, or put together of literals at its dots. */
    private static boolean isSaid(String key, Set<String> literals) {
        if (literals.contains(key)) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            if ((literals.contains(key.substring(0, dot + 1)) && isSaid(key.substring(dot + 1), literals))
                    || (literals.contains(key.substring(dot)) && isSaid(key.substring(0, dot), literals))) {
                return true;
            }
        }
        return false;
    }

    private static void pattern(String name, String key, String value, List<String> problems) {
        if (QUOTED.matcher(value).replaceAll("").contains("'")) {
            problems.add(name + ": “" + key + "” has a straight apostrophe, which MessageFormat takes as a quote");
        }
        try {
            new MessageFormat(value, Locale.ROOT);
        } catch (IllegalArgumentException e) {
            problems.add(name + ": “" + key + "” is no message pattern: " + e.getMessage());
        }
    }

    private static String bare(String key) {
        String withoutRemedy = key.endsWith(REMEDY) ? key.substring(0, key.length() - REMEDY.length()) : key;
        return withoutRemedy.startsWith(FAILURE) ? withoutRemedy.substring(FAILURE.length()) : withoutRemedy;
    }

    /** Reads the words and tells of keys that stand there twice, of which the first would be lost. */
    private static Properties words(Path bundle, List<String> problems) {
        var words = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (containsKey(key)) {
                    problems.add(bundle.getFileName() + ": “" + key + "” is there twice");
                }
                return super.put(key, value);
            }
        };
        try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static void matches(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }

    private static List<Path> files(Path below, String ending) {
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path folder) {
        return files(folder, ".java").stream()
                .filter(file -> folder.equals(file.getParent()))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
