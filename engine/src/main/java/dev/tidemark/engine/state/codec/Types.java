package dev.tidemark.engine.state.codec;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers questions about generic types: the raw class, type variables replaced, the arguments of a supertype. */
public final class Types {
    private Types() {}

    /** The class without arguments; a type variable or wildcard gives the class of its bound. */
    public static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        return raw(((WildcardType) type).getUpperBounds()[0]);
    }

    /** The arguments of a generic type by its variables; empty for a class that is not generic or used raw. */
    static Map<TypeVariable<?>, Type> bindings(Type type) {
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        if (type instanceof ParameterizedType generic) {
            TypeVariable<?>[] variables = raw(generic).getTypeParameters();
            Type[] arguments = generic.getActualTypeArguments();
            for (int i = 0; i < variables.length; i++) {
                bound.put(variables[i], arguments[i]);
            }
            if (generic.getOwnerType() instanceof ParameterizedType owner) {
                bound.putAll(bindings(owner));
            }
        }
        return bound;
    }

    /** The type with variables replaced as bound, wildcards by their bound; a variable that is not bound stays. */
    static Type resolve(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof TypeVariable<?> variable) {
            return bound.getOrDefault(variable, variable);
        }
        if (type instanceof ParameterizedType generic) {
            List<Type> arguments = new ArrayList<>();
            for (Type argument : generic.getActualTypeArguments()) {
                arguments.add(resolve(argument, bound));
            }
            return new GenericType(raw(generic), arguments);
        }
        if (type instanceof GenericArrayType array) {
            Type element = resolve(array.getGenericComponentType(), bound);
            return element instanceof Class<?> plain ? plain.arrayType() : new GenericArray(element);
        }
        if (type instanceof WildcardType wildcard) {
            Type[] lower = wildcard.getLowerBounds();
            return resolve(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0], bound);
        }
        return type;
    }

    /** True when no type variable is left in the type and no generic class in it is used raw. */
    static boolean closed(Type type) {
        if (type instanceof Class<?> plain) {
            Class<?> element = plain;
            while (element.isArray()) {
                element = element.getComponentType();
            }
            return element.getTypeParameters().length == 0;
        }
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).allMatch(Types::closed);
        }
        return type instanceof GenericArrayType array && closed(array.getGenericComponentType());
    }

    /** The given class or interface as a supertype of the type, with its arguments in terms of the type; empty if it is none. */
    static Optional<Type> supertype(Type type, Class<?> wanted) {
        Class<?> raw = raw(type);
        if (raw == wanted) {
            return Optional.of(type);
        }
        if (!wanted.isAssignableFrom(raw)) {
            return Optional.empty();
        }
        Map<TypeVariable<?>, Type> bound = bindings(type);
        List<Type> parents = new ArrayList<>(Arrays.asList(raw.getGenericInterfaces()));
        if (raw.getGenericSuperclass() != null) {
            parents.add(raw.getGenericSuperclass());
        }
        for (Type parent : parents) {
            Optional<Type> found = supertype(resolve(parent, bound), wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The type argument at an index, with a wildcard as its bound; empty if the type has none. */
    public static Optional<Type> argument(Type type, int index) {
        return type instanceof ParameterizedType generic && index < generic.getActualTypeArguments().length
                ? Optional.of(resolve(generic.getActualTypeArguments()[index], Map.of()))
                : Optional.empty();
    }

    /** The type of an array's elements, with its arguments. */
    public static Type element(Type array) {
        return array instanceof GenericArrayType generic
                ? generic.getGenericComponentType()
                : raw(array).getComponentType();
    }

    /** The subclass as a type of its own, its variables bound by what the given type says of their common supertype. */
    static Type narrow(Type type, Class<?> subclass) {
        TypeVariable<?>[] variables = subclass.getTypeParameters();
        if (variables.length == 0) {
            return subclass;
        }
        Type own = new GenericType(subclass, Arrays.asList(variables));
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        supertype(own, raw(type)).ifPresent(pattern -> unify(pattern, type, bound));
        return resolve(own, bound);
    }

    /**
     * The types under a sealed interface that are not sealed interfaces themselves, in the order of its permits clause, each once,
     * with the arguments that follow from the given type.
     */
    public static List<Type> permitted(Type sealed) {
        Set<Class<?>> leaves = new LinkedHashSet<>();
        collectPermitted(raw(sealed), leaves);
        return leaves.stream().map(leaf -> narrow(sealed, leaf)).toList();
    }

    private static void collectPermitted(Class<?> sealed, Set<Class<?>> leaves) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed() && permitted.isInterface()) {
                collectPermitted(permitted, leaves);
            } else {
                leaves.add(permitted);
            }
        }
    }

    /** Binds the variables in a pattern so that it becomes the actual type, as far as the two have the same shape. */
    static void unify(Type pattern, Type actual, Map<TypeVariable<?>, Type> bound) {
        if (pattern instanceof TypeVariable<?> variable) {
            bound.putIfAbsent(variable, actual);
        } else if (pattern instanceof ParameterizedType generic && actual instanceof ParameterizedType other) {
            Type[] left = generic.getActualTypeArguments();
            Type[] right = other.getActualTypeArguments();
            for (int i = 0; raw(generic) == raw(other) && i < left.length; i++) {
                unify(left[i], right[i], bound);
            }
        } else if (pattern instanceof GenericArrayType array) {
            if (actual instanceof GenericArrayType other) {
                unify(array.getGenericComponentType(), other.getGenericComponentType(), bound);
            } else if (actual instanceof Class<?> plain && plain.isArray()) {
                unify(array.getGenericComponentType(), plain.getComponentType(), bound);
            }
        }
    }

    /** The type as a user writes it: {@code Map<String, Long>}. */
    public static String print(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isArray() ? print(plain.getComponentType()) + "[]" : plain.getSimpleName();
        }
        if (type instanceof ParameterizedType generic) {
            return raw(generic).getSimpleName()
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(Types::print)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof GenericArrayType array) {
            return print(array.getGenericComponentType()) + "[]";
        }
        return type.getTypeName();
    }

    /** An array of a generic type. */
    private record GenericArray(Type getGenericComponentType) implements GenericArrayType {
        @Override
        public boolean equals(Object other) {
            return other instanceof GenericArrayType that
                    && getGenericComponentType.equals(that.getGenericComponentType());
        }

        @Override
        public int hashCode() { // as the JDK computes it
            return getGenericComponentType.hashCode();
        }

        @Override
        public String toString() {
            return print(this);
        }
    }
}
