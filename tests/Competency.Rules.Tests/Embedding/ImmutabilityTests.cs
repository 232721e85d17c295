using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using static Competency.Rules.Tests.TestLearners;

namespace Competency.Rules.Tests.Embedding;

/// <summary>Whatever Core and Rules show is immutable, or is named here with the reason why it may be shared all the same, or says that it belongs to one owner.</summary>
public class ImmutabilityTests
{
    /// <summary>Types that one thread uses; docs/embedding.md names them.</summary>
    private static readonly Type[] SingleOwner = [typeof(ReadinessBuilder), typeof(LearnerBuilder), typeof(ReadinessTracker), typeof(CohortColumns), typeof(KsbSet.Enumerator)];

    /// <summary>Fields that break the rule below, and why each may: none.</summary>
    private static readonly string[] Exceptions = [];

    private static readonly Assembly[] Assemblies = [typeof(OccupationalStandard).Assembly, typeof(ReadinessPolicy).Assembly];

    private static IEnumerable<Type> Shown => Assemblies.SelectMany(a => a.GetExportedTypes()).Where(t => !t.IsEnum && !t.IsInterface && !SingleOwner.Contains(t));

    /// <summary>
    /// What is computed when it is first read is a reference to something that follows from the rest of the object and does not change: it is
    /// written at once, and two threads that find it empty write the same. A struct could be read half written, a collection half filled.
    /// </summary>
    [Fact]
    public void What_is_found_when_it_is_first_read_is_a_reference_to_something_whole()
    {
        var written = Shown.SelectMany(t => t.GetFields(All | BindingFlags.Instance)).Where(IsWrittenLater).ToArray();

        Assert.Contains("OccupationalStandard._fingerprint", written.Select(Name));
        Assert.Contains("Outcome.Facts", written.Select(Name));
        Assert.Equal(Exceptions, written.Where(f => f.FieldType.IsValueType || (IsChangeable(f.FieldType) && !f.FieldType.IsArray)).Select(Name));
    }

    [Fact]
    public void Static_fields_are_written_once()
    {
        var written = Assemblies.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetFields(All | BindingFlags.Static))
            // What each thread has of its own is shared with nobody.
            .Where(f => f is { IsInitOnly: false, IsLiteral: false } && f.GetCustomAttribute<ThreadStaticAttribute>() is null && !IsOfCompiler(f.DeclaringType!));

        Assert.Empty(written.Select(Name));
    }

    [Fact]
    public void No_property_can_be_set_after_the_object_was_made()
    {
        var set = Shown.SelectMany(t => t.GetProperties(All | BindingFlags.Instance))
            // The named arguments of an attribute are properties that can be set; the compiler sets them.
            .Where(p => !p.DeclaringType!.IsSubclassOf(typeof(Attribute)) && p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));

        Assert.Empty(set.Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
    }

    [Fact]
    public void No_property_gives_a_collection_that_can_be_changed()
    {
        var changeable = Shown.SelectMany(t => t.GetProperties(All | BindingFlags.Instance | BindingFlags.Static)).Where(p => p.GetMethod!.IsPublic)
            .Where(p => IsChangeable(p.PropertyType));

        Assert.Empty(changeable.Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
    }

    /// <summary>What is typed as a read-only list must not be somebody's list or array behind it.</summary>
    [Fact]
    public void The_collections_of_a_standard_a_learner_a_policy_and_a_report_cannot_be_cast_back()
    {
        var learner = Ready(TestStandards.Mammography);
        var policy = EnglishApprenticeship.Gateway;
        object[] roots = [TestStandards.Mammography, TestStandards.WithOptions, learner, policy, policy.Assess(learner, TestStandards.Mammography, Day("2026-03-01")), policy.Assess(Empty(TestStandards.Mammography, "2026-03-01"), TestStandards.Mammography, Day("2026-03-01"))];
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var root in roots)
        {
            Look(root, seen, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(seen.Count > 500, $"only {seen.Count} values were looked at");
    }

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static void Look(object value, HashSet<object> seen, SortedSet<string> faults)
    {
        if (!Assemblies.Contains(value.GetType().Assembly) || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        for (var type = value.GetType(); type is not null && Assemblies.Contains(type.Assembly); type = type.BaseType)
        {
            foreach (var property in type.GetProperties(All | BindingFlags.Instance).Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0))
            {
                object? held;
                try
                {
                    held = property.GetValue(value);
                }
                catch (TargetInvocationException)
                {
                    // A default value that has nothing to show says so.
                    continue;
                }

                if (held is IList { IsReadOnly: false, Count: > 0 } or IList { IsReadOnly: false, IsFixedSize: false } or IDictionary { IsReadOnly: false })
                {
                    faults.Add($"{type.Name}.{property.Name} is {held.GetType().Name}");
                }

                foreach (var inner in held is string ? [] : held is IEnumerable many ? many.Cast<object?>() : [held])
                {
                    if (inner is not null)
                    {
                        Look(inner, seen, faults);
                    }
                }
            }
        }
    }

    private static bool IsChangeable(Type type) =>
        type.IsArray || (type.IsGenericType && Array.Exists([typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(SortedSet<>), typeof(Queue<>), typeof(Stack<>), typeof(IList<>), typeof(ICollection<>), typeof(IDictionary<,>)], t => t == type.GetGenericTypeDefinition()));

    /// <summary>Whether a method writes it that is neither a constructor nor what an object initializer or a copy's method calls.</summary>
    private static bool IsWrittenLater(FieldInfo field) => !field.IsInitOnly && (field.DeclaringType!.IsGenericType || field.DeclaringType.GetMethods(All | BindingFlags.Instance)
        .Where(m => !m.IsSpecialName || m.Name.StartsWith("get_", StringComparison.Ordinal))
        .Any(m => Writes(m, field)));

    /// <summary>Whether the instruction <c>stfld field</c>, or <c>ldflda field</c> for what takes its address, stands in a method.</summary>
    private static bool Writes(MethodInfo method, FieldInfo field)
    {
        byte[] stored = [0x7D, .. BitConverter.GetBytes(field.MetadataToken)];
        byte[] addressed = [0x7C, .. BitConverter.GetBytes(field.MetadataToken)];
        return method.GetMethodBody()?.GetILAsByteArray() is { } code && (code.AsSpan().IndexOf(stored) >= 0 || (!field.FieldType.IsValueType && code.AsSpan().IndexOf(addressed) >= 0));
    }

    private static bool IsOfCompiler(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || (type.DeclaringType is { } outer && IsOfCompiler(outer)) || type.Name.StartsWith('<');

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.Name}.{(field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name)}";
}
