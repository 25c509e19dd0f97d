package io.dataflows.engine.ee.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A datasource that remembers which JDBC methods were called on its connections and statements. */
final class WatchedSource {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final DataSource source;

    WatchedSource(DataSource source) {
        this.source = watch(source, DataSource.class);
    }

    DataSource source() {
        return source;
    }

    void forget() {
        calls.clear();
    }

    long count(String method) {
        return calls.stream().filter(method::equals).count();
    }

    private <T> T watch(Object target, Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    calls.add(method.getName());
                    try {
                        Object given = method.invoke(target, values);
                        return given != null
                                        && method.getReturnType()
                                                .getPackageName()
                                                .equals("java.sql")
                                        && method.getReturnType().isInterface()
                                ? watch(given, method.getReturnType())
                                : given;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
