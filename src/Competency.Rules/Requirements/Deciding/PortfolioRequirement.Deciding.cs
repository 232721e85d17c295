namespace Competency.Rules;

public sealed partial class PortfolioRequirement
{
    internal override LedgerKinds Reads => LedgerKinds.Portfolios | LedgerKinds.Options;
}
