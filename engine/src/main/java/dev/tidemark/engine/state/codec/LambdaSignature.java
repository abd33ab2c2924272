package dev.tidemark.engine.state.codec;

import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a serializable lambda says about its own types.
 *
 * <p>Its serialized form holds the parameter and return classes that the compiler found, without type arguments; the method behind it
 * (a method reference's target) still has its type arguments in its declaration, and these are joined in where they fit. Classes are
 * looked up without initialising them.
 *
 * @param functionalInterface the interface that the lambda was made for
 * @param parameters the types of the interface method's parameters, as exact as known
 * @param result the type that the interface method returns, as exact as known
 */
record LambdaSignature(Class<?> functionalInterface, List<Type> parameters, Type result) {

    /** Empty if the object is not a serializable lambda or its classes cannot be reached. */
    static Optional<LambdaSignature> of(Object function) {
        Class<?> type = function.getClass();
        if (!(function instanceof Serializable) || !type.isHidden() || !type.isSynthetic()) {
            return Optional.empty();
        }
        try {
            Method writeReplace = type.getDeclaredMethod("writeReplace");
            writeReplace.setAccessible(true);
            return writeReplace.invoke(function) instanceof SerializedLambda form
                    ? Optional.of(read(form, type.getClassLoader()))
                    : Optional.empty();
        } catch (ReflectiveOperationException
                | InaccessibleObjectException
                | TypeNotPresentException
                | LinkageError e) {
            return Optional.empty(); // the caller asks the user for the type
        }
    }

    private static LambdaSignature read(SerializedLambda form, ClassLoader loader) throws ClassNotFoundException {
        Class<?> functionalInterface = load(form.getFunctionalInterfaceClass(), loader);
        MethodType erased = MethodType.fromMethodDescriptorString(form.getInstantiatedMethodType(), loader);
        List<Type> parameters = new ArrayList<>(erased.parameterList());
        Class<?> implClass = load(form.getImplClass(), loader);
        MethodType implType = MethodType.fromMethodDescriptorString(form.getImplMethodSignature(), loader);
        Optional<Executable> target = target(implClass, form.getImplMethodName(), implType);
        if (target.isEmpty()) {
            return new LambdaSignature(functionalInterface, parameters, erased.returnType());
        }
        Executable method = target.get();
        boolean receiver = !(method instanceof Constructor) && !Modifier.isStatic(method.getModifiers());
        boolean boundReceiver = receiver && form.getCapturedArgCount() > 0;
        int captured = form.getCapturedArgCount() - (boundReceiver ? 1 : 0);

        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        int next = 0; // of the interface method's parameters
        if (receiver && !boundReceiver) {
            Types.supertype(parameters.get(next++), method.getDeclaringClass())
                    .ifPresent(self -> bound.putAll(Types.bindings(self)));
        } else if (boundReceiver) {
            Types.supertype(form.getCapturedArg(0).getClass(), method.getDeclaringClass())
                    .ifPresent(self -> bound.putAll(Types.bindings(self)));
        }
        Type[] declared = method.getGenericParameterTypes();
        boolean consistent = true;
        for (int i = captured; i < declared.length && next < parameters.size(); i++, next++) {
            Class<?> known = erased.parameterType(next);
            if (Types.closed(known)) {
                Types.unify(declared[i], known, bound);
                consistent &= Types.closed(declared[i])
                        || Types.resolve(declared[i], bound).equals(known);
            } else if (Types.closed(declared[i])) {
                parameters.set(next, Types.supertype(declared[i], known).orElse(known));
            }
        }
        Type returned = consistent ? Types.resolve(returned(method), bound) : returned(method);
        return new LambdaSignature(functionalInterface, parameters, join(erased.returnType(), returned));
    }

    /** The class that the compiler found, with the type arguments that the target's declaration adds. */
    private static Type join(Class<?> erased, Type declared) {
        boolean exact = Types.closed(erased) && erased != Object.class;
        if (exact || !Types.closed(declared) || Types.raw(declared).isPrimitive()) {
            return erased;
        }
        return erased == Object.class
                ? declared
                : Types.supertype(declared, erased).orElse(erased);
    }

    private static Type returned(Executable target) {
        return target instanceof Method method ? method.getGenericReturnType() : target.getDeclaringClass();
    }

    private static Optional<Executable> target(Class<?> type, String name, MethodType signature) {
        if (name.equals("<init>")) {
            return Arrays.stream(type.getDeclaredConstructors())
                    .filter(made -> Arrays.equals(made.getParameterTypes(), signature.parameterArray()))
                    .<Executable>map(made -> made)
                    .findFirst();
        }
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            for (Method method : owner.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && method.getReturnType() == signature.returnType()
                        && Arrays.equals(method.getParameterTypes(), signature.parameterArray())) {
                    return Optional.of(method);
                }
            }
        }
        return Arrays.stream(type.getMethods()) // inherited from an interface
                .filter(method -> method.getName().equals(name)
                        && method.getReturnType() == signature.returnType()
                        && Arrays.equals(method.getParameterTypes(), signature.parameterArray()))
                .<Executable>map(method -> method)
                .findFirst();
    }

    private static Class<?> load(String slashed, ClassLoader loader) throws ClassNotFoundException {
        return Class.forName(slashed.replace('/', '.'), false, loader);
    }
}
