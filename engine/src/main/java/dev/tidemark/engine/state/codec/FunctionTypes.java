package dev.tidemark.engine.state.codec;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the types that a user's function takes and returns, from the function itself.
 *
 * <p>For a class that says its type arguments, they are read from its declaration. For a lambda or method reference they come from its
 * serialized form, so its interface must be Serializable: {@code Quake::mag} returns Double, and {@code Quake::tags} a
 * {@code List<String>}, since the method says so. What the compiler erased stays unknown: {@code q -> List.of(q.id())} returns some
 * List, and the answer is empty. No user code runs and no class is initialised.
 */
public final class FunctionTypes {
    private FunctionTypes() {}

    /**
     * The type that a function returns, boxed as the interface says it.
     *
     * @param lambda a lambda, a method reference, or an instance of a class
     * @param functionalInterface the interface that it is used as
     * @return empty if a type argument is not known; ask the user for it with {@code .returns(…)}
     */
    public static Optional<Type> returnType(Serializable lambda, Class<?> functionalInterface) {
        Optional<Type> declared = Types.supertype(interfaceOf(lambda), functionalInterface)
                .flatMap(used -> method(functionalInterface).map(method -> resolvedReturn(method, used)))
                .filter(FunctionTypes::known);
        return declared.isPresent()
                ? declared
                : LambdaSignature.of(lambda).map(LambdaSignature::result).filter(FunctionTypes::known);
    }

    /**
     * The type that a function gives to a type parameter of a class or interface above it.
     *
     * @param function a lambda, a method reference, or an instance of a class
     * @param base the generic class or interface whose parameter is asked for
     * @param index which of its type parameters, from 0
     * @return empty if the function does not say it; ask the user for it with {@code .returns(…)}
     * @throws IllegalArgumentException if {@code base} has no such type parameter
     */
    public static Optional<Type> typeArgument(Object function, Class<?> base, int index) {
        TypeVariable<?>[] variables = base.getTypeParameters();
        if (index < 0 || index >= variables.length) {
            throw new IllegalArgumentException(
                    base.getName() + " has " + variables.length + " type parameters; there is none at " + index);
        }
        Optional<Type> declared = Types.supertype(interfaceOf(function), base)
                .map(used -> Types.resolve(variables[index], Types.bindings(used)))
                .filter(FunctionTypes::known);
        return declared.isPresent()
                ? declared
                : LambdaSignature.of(function)
                        .flatMap(signature ->
                                Optional.ofNullable(arguments(signature, base).get(variables[index])))
                        .filter(FunctionTypes::known);
    }

    /** What the interface method's parameters and result say about the interface's type parameters. */
    private static Map<TypeVariable<?>, Type> arguments(LambdaSignature signature, Class<?> base) {
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        Optional<Method> found = method(base);
        if (found.isEmpty()) {
            return bound;
        }
        Method method = found.get();
        Map<TypeVariable<?>, Type> inBase = inTermsOf(base, method.getDeclaringClass());
        Type[] parameters = method.getGenericParameterTypes();
        for (int i = 0; i < parameters.length && i < signature.parameters().size(); i++) {
            Types.unify(
                    Types.resolve(parameters[i], inBase), signature.parameters().get(i), bound);
        }
        Types.unify(Types.resolve(method.getGenericReturnType(), inBase), signature.result(), bound);
        return bound;
    }

    /** The class of a function; for a lambda the interface that it was made for, which may fix type arguments. */
    private static Class<?> interfaceOf(Object function) {
        return LambdaSignature.of(function)
                .<Class<?>>map(LambdaSignature::functionalInterface)
                .orElse(function.getClass());
    }

    private static Type resolvedReturn(Method method, Type used) {
        Type declaring = Types.supertype(used, method.getDeclaringClass()).orElse(used);
        return Types.resolve(method.getGenericReturnType(), Types.bindings(declaring));
    }

    /** The variables of a superinterface as the interface below it binds them. */
    private static Map<TypeVariable<?>, Type> inTermsOf(Class<?> base, Class<?> declaring) {
        Type own = base.getTypeParameters().length == 0
                ? base
                : new GenericType(base, Arrays.<Type>asList(base.getTypeParameters()));
        return Types.bindings(Types.supertype(own, declaring).orElse(own));
    }

    /** The one abstract method of a functional interface. */
    private static Optional<Method> method(Class<?> functionalInterface) {
        return Arrays.stream(functionalInterface.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && !declaredByObject(method))
                .reduce((left, right) ->
                        right.getDeclaringClass().isAssignableFrom(left.getDeclaringClass()) ? left : right);
    }

    private static boolean declaredByObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(inherited -> inherited.getName().equals(method.getName())
                        && Arrays.equals(inherited.getParameterTypes(), method.getParameterTypes()));
    }

    private static boolean known(Type type) {
        return type != Object.class && Types.closed(type);
    }
}
