package dev.parley.app.cli;

import dev.parley.log.Durability;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads what a stored message survives: `process` or `power`.
final class DurabilityOption implements ITypeConverter<Durability> {

    @Override
    public Durability convert(String text) {
        return switch (text) {
            case "process" -> Durability.PROCESS;
            case "power" -> Durability.POWER;
            default -> throw new TypeConversionException("'" + text + "' is not process or power");
        };
    }
}
