using System.Reflection;
using System.Text;

namespace Competency.Testing;

/// <summary>Lists what an assembly shows, and compares it with the checked-in listing.</summary>
internal static class PublicApi
{
    public static void Matches(Assembly assembly)
    {
        var name = assembly.GetName().Name!;
        var file = Repository.File("tests", name + ".Tests", "PublicApi.txt");
        var actual = List(assembly);
        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            return;
        }

        var received = Path.ChangeExtension(file, ".received.txt");
        File.WriteAllText(received, actual);
        var gone = expected.Split('\n').Except(actual.Split('\n'));
        var added = actual.Split('\n').Except(expected.Split('\n'));
        Assert.Fail($"The public API of {name} is not the listed one; if it is meant, take PublicApi.received.txt for PublicApi.txt.\n- {string.Join("\n- ", gone)}\n+ {string.Join("\n+ ", added)}");
    }

    private static string List(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.Namespace).Append('.').Append(Name(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Select(m => m switch
        {
            ConstructorInfo { IsStatic: false } c when Shows(c) => $"new({Parameters(c)})",
            MethodInfo { IsSpecialName: false } method when Shows(method) && !method.Name.Contains('<') => $"{Static(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
            MethodInfo { IsSpecialName: true } method when method.Name.StartsWith("op_", StringComparison.Ordinal) => $"{method.Name}({Parameters(method)})",
            PropertyInfo property when property.GetMethod is { } get && Shows(get) => $"{Static(get)}{Name(property.PropertyType)} {property.Name} {{ get;{(property.SetMethod is { } set && Shows(set) ? " init or set;" : "")} }}",
            FieldInfo field when field.IsPublic && !field.IsSpecialName => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}{(field.IsLiteral && type.IsEnum ? " = " + field.GetRawConstantValue() : "")}",
            _ => null,
        })
        .Where(line => line is not null)
        .Select(line => line!);

    private static bool Shows(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? " = " + (p.DefaultValue ?? "null") : "")}"));

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        var name = type.IsNested && !type.IsGenericParameter ? Name(type.DeclaringType!) + "." + type.Name : type.Name;
        if (!type.IsGenericType)
        {
            return name;
        }

        return name.Split('`')[0] + "<" + string.Join(", ", type.GetGenericArguments().Select(Name)) + ">";
    }
}
