package dev.tidemark.engine;

/** The text of a parameter in a topology: the same for every build, in every JVM. */
final class Described {
    private Described() {}

    /** Its own text without what differs between JVMs, or the name of its class when it has none. */
    static String of(Object parameter) {
        Class<?> type = parameter.getClass();
        return hasText(type)
                ? parameter
                        .toString()
                        .replaceAll("[\\w.$]*\\$\\$Lambda[\\w.$/]*@[0-9a-f]+", "a lambda")
                        .replaceAll("@[0-9a-f]+\\b", "")
                : type.getName().substring(type.getName().lastIndexOf('.') + 1);
    }

    private static boolean hasText(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every class has toString()", e);
        }
    }
}
