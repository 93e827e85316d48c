package dev.parley.protocol;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON objects as records: unknown fields are skipped, a missing or null field is refused unless its component is
/// [Nullable], and what the record's constructor throws reaches the caller unwrapped.
final class RecordAdapterFactory implements TypeAdapterFactory {

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        Class<? super T> raw = type.getRawType();
        return raw.isRecord() ? new RecordAdapter<>(gson, raw) : null;
    }

    private record Field(String name, boolean optional, TypeAdapter<Object> adapter, MethodHandle getter) {}

    private static final class RecordAdapter<T> extends TypeAdapter<T> {

        private final List<Field> fields = new ArrayList<>();
        private final Map<String, Integer> positions = new HashMap<>();
        private final MethodHandle constructor;

        RecordAdapter(Gson gson, Class<? super T> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] parameters = new Class<?>[components.length];
            try {
                MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
                for (int i = 0; i < components.length; i++) {
                    RecordComponent c = components[i];
                    parameters[i] = c.getType();
                    positions.put(c.getName(), i);
                    fields.add(new Field(c.getName(), c.getAnnotatedType().isAnnotationPresent(Nullable.class),
                            adapter(gson, c), lookup.unreflect(c.getAccessor())));
                }
                constructor = lookup.findConstructor(type, MethodType.methodType(void.class, parameters))
                        .asSpreader(Object[].class, components.length);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("not readable as a record: " + type.getName(), e);
            }
        }

        @SuppressWarnings("unchecked")
        private static TypeAdapter<Object> adapter(Gson gson, RecordComponent component) {
            return (TypeAdapter<Object>) gson.getAdapter(TypeToken.get(component.getGenericType()));
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.beginObject();
            for (Field field : fields) {
                Object fieldValue = call(field.getter, value);
                if (fieldValue != null) {
                    out.name(field.name);
                    field.adapter.write(out, fieldValue);
                }
            }
            out.endObject();
        }

        @Override
        @SuppressWarnings("unchecked")
        public T read(JsonReader in) throws IOException {
            @Nullable Object[] values = new @Nullable Object[fields.size()];
            in.beginObject();
            while (in.hasNext()) {
                Integer position = positions.get(in.nextName());
                if (position == null || in.peek() == JsonToken.NULL) {
                    in.skipValue();
                } else {
                    values[position] = fields.get(position).adapter.read(in);
                }
            }
            in.endObject();
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null && !fields.get(i).optional) {
                    throw new ProtocolException(
                            ErrorCode.BAD_MESSAGE, "the field \"" + fields.get(i).name + "\" is missing");
                }
            }
            return (T) call(constructor, values);
        }

        @SuppressWarnings({"TypeParameterUnusedInFormals", "NullAway"})
        private static Object call(MethodHandle handle, Object argument) {
            try {
                return handle.invoke(argument);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
