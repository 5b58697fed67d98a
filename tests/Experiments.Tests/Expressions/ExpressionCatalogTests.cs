using LeadershipSim.Experiments.Expressions;

namespace LeadershipSim.Experiments.Tests.Expressions;

/// <summary>What the table of expressions lists is what the parser knows.</summary>
public sealed class ExpressionCatalogTests
{
    [Fact]
    public void Every_function_and_aggregate_is_listed_and_no_other()
    {
        var listed = ExpressionCatalog.NamesOf(ExpressionCatalog.Aggregates.Concat(ExpressionCatalog.Functions)).ToHashSet();
        Assert.Equal(ExpressionParser.FunctionNames.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
