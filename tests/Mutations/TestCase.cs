using System.Reflection;

namespace LeadershipSim.Mutations;

/// <summary>A test of the model, run without a test host.</summary>
/// <param name="Name">Class and method, and what it is given.</param>
/// <param name="Run">Runs it; throws where it fails.</param>
internal sealed record TestCase(string Name, Action Run)
{
    /// <summary>The hand-written tests of rules and state: no golden runs, no laws that only many runs show.</summary>
    public static TestCase[] All(Assembly tests) =>
    [
        .. from type in tests.GetTypes()
           where IsFast(type)
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           from arguments in ArgumentsOf(method)
           select new TestCase(
               $"{type.Name}.{method.Name}({string.Join(", ", arguments)})",
               () => method.Invoke(Activator.CreateInstance(type), BindingFlags.DoNotWrapExceptions, null, Fitting(method, arguments), null)),
    ];

    // Its theories run every policy against every other: most of the time, for what one test a policy shows as well.
    private const string ChangesByPolicy = "ScenarioChangeTests";

    private static bool IsFast(Type type) =>
        type.IsPublic
        && (type.Namespace!.Split('.')[^1] is "Authority" or "Networks" or "Outcomes" or "Policies" or "Processes" or "State"
            || type.Name is "SchedulesTests" or ChangesByPolicy);

    private static IEnumerable<object?[]> ArgumentsOf(MethodInfo method) =>
        method.GetCustomAttributes().Select(a => a.GetType().Name).Contains("FactAttribute")
            ? [[]]
            : method.GetCustomAttributes().SelectMany(a => a.GetType().Name switch
            {
                "MemberDataAttribute" when method.DeclaringType!.Name == ChangesByPolicy => [],
                "InlineDataAttribute" or "MemberDataAttribute" => (IEnumerable<object?[]>)a.GetType().GetMethod("GetData")!.Invoke(a, [method])!,
                _ => [],
            });

    private static object?[] Fitting(MethodInfo method, object?[] arguments) =>
        [
            .. arguments.Zip(
                method.GetParameters(),
                (a, p) => a is IConvertible && p.ParameterType.IsPrimitive ? Convert.ChangeType(a, p.ParameterType, null) : a),
        ];
}
