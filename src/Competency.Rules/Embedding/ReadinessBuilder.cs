using Competency.Documents;
using Competency.Documents.Policies;
using Competency.Findings;
using Competency.Text;

namespace Competency.Rules;

/// <summary>
/// Collects what a program judges by, when it starts: standards, policies and rules in code. <see cref="Build"/> checks all of it. To be used
/// by one thread; what it builds is safe to share.
/// </summary>
public sealed class ReadinessBuilder
{
    private readonly List<OccupationalStandard> _inCode = [];
    private readonly List<StandardDocument> _documents = [];
    private readonly List<IStandardProvider> _standardProviders = [];
    private readonly List<(ReadinessPolicy Policy, string? Tenant)> _policies = [];
    private readonly List<(SourceDocument Source, string? Tenant)> _policyFiles = [];
    private readonly List<IPolicyProvider> _policyProviders = [];
    private readonly Dictionary<string, Func<AssessmentContext, Outcome>> _rules = new(StringComparer.Ordinal);

    /// <summary>Adds the standard of a generated type.</summary>
    /// <typeparam name="TStandard">The type that the generator made of a <c>*.standard.json</c>.</typeparam>
    public ReadinessBuilder AddStandard<TStandard>()
        where TStandard : IStandardType => AddStandard(TStandard.Standard);

    /// <summary>Adds a standard.</summary>
    /// <param name="standard">The standard. The same one can be added twice; another content under one id is refused by <see cref="Build"/>.</param>
    public ReadinessBuilder AddStandard(OccupationalStandard standard)
    {
        _inCode.Add(standard ?? throw new ArgumentNullException(nameof(standard)));
        return this;
    }

    /// <summary>Adds the standard of a file, or those of every <c>*.standard.json</c> that stands in a folder (not in the folders below it).</summary>
    /// <param name="path">The file or folder; a path that is not rooted begins at the process's current folder.</param>
    /// <exception cref="FileNotFoundException">There is neither a file nor a folder, or no <c>*.standard.json</c> in the folder.</exception>
    /// <exception cref="InvalidDocumentException">A file is not text in UTF-8.</exception>
    public ReadinessBuilder AddStandardsFrom(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        foreach (var source in StartupFile.ReadAll(path, StandardDocument.FileSuffix))
        {
            _documents.Add(StandardDocument.Read(source.Path, source.Text));
        }

        return this;
    }

    /// <summary>Adds a source of standards, such as a database.</summary>
    /// <param name="provider">The source, asked from several threads at once.</param>
    public ReadinessBuilder AddStandardProvider(IStandardProvider provider)
    {
        _standardProviders.Add(provider ?? throw new ArgumentNullException(nameof(provider)));
        return this;
    }

    /// <summary>Adds a policy.</summary>
    /// <param name="policy">The policy; its id is the one under which it is asked for.</param>
    /// <param name="tenant">The tenant whose own it is; null for everybody who has none of their own.</param>
    public ReadinessBuilder AddPolicy(ReadinessPolicy policy, string? tenant = null)
    {
        PolicyKey.ThrowIfMistyped(tenant);
        _policies.Add((policy ?? throw new ArgumentNullException(nameof(policy)), tenant));
        return this;
    }

    /// <summary>Adds the policy of a <c>*.policy.json</c> file. The rules in code that it asks for are those of <see cref="AddRule"/>, added before or after.</summary>
    /// <param name="path">The file; a path that is not rooted begins at the process's current folder.</param>
    /// <param name="tenant">The tenant whose own it is; null for everybody who has none of their own.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDocumentException">The file is not text in UTF-8.</exception>
    public ReadinessBuilder AddPolicyFile(string path, string? tenant = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        PolicyKey.ThrowIfMistyped(tenant);
        _policyFiles.Add((StartupFile.Read(path), tenant));
        return this;
    }

    /// <summary>Adds a source of policies, such as a database.</summary>
    /// <param name="provider">The source, asked from several threads at once.</param>
    public ReadinessBuilder AddPolicyProvider(IPolicyProvider provider)
    {
        _policyProviders.Add(provider ?? throw new ArgumentNullException(nameof(provider)));
        return this;
    }

    /// <summary>Adds a rule in code, for the policies in files that ask for it by name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="judge">The rule: it reads nothing but what it is given, and is called from several threads at once.</param>
    /// <exception cref="ArgumentException">A rule of that name was added before.</exception>
    public ReadinessBuilder AddRule(string name, Func<AssessmentContext, Outcome> judge)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(judge);
        return _rules.TryAdd(name, judge) ? this : throw new ArgumentException($"A rule of the name '{name}' was added before.", nameof(name));
    }

    /// <summary>
    /// Checks everything that was added. A policy in a file is checked beside those of its standards that were added here; that it names others
    /// is no fault, for a provider may have them.
    /// </summary>
    /// <exception cref="InvalidDocumentException">Files cannot be used; the message has a line for each error, with file, line, column and finding.</exception>
    /// <exception cref="InvalidOperationException">Two standards in code have one id and different content, or two policies have one id and tenant.</exception>
    public Readiness Build()
    {
        var findings = new List<Finding>(_documents.SelectMany(d => d.Findings));
        findings.AddRange(ConflictsOfFiles());

        // One start tells everything that is wrong: policies are read beside the standards that can be.
        var known = new StandardCatalogue(_inCode.Concat(_documents.Select(d => d.Standard).OfType<OccupationalStandard>()));

        var policies = new Dictionary<PolicyKey, ReadinessPolicy>();
        var read = CodePolicies(known, findings).Concat(FilePolicies(known, findings)).ToArray();
        ThrowOnErrors(findings);
        ThrowOnConflictInCode(known);
        foreach (var (policy, tenant) in read)
        {
            if (!policies.TryAdd(new PolicyKey(policy.Id, tenant), policy))
            {
                throw new InvalidOperationException($"Two policies are {PolicyKey.Say(policy.Id, tenant)}.");
            }
        }

        return new Readiness(
            IStandardProvider.Combine([new AddedStandards(known), .. _standardProviders]),
            IPolicyProvider.Combine([new AddedPolicies(policies), .. _policyProviders]),
            [.. findings]);
    }

    /// <summary>KSB2010 for files that disagree with one another, or with a standard in code. The same content twice is no harm.</summary>
    private IEnumerable<Finding> ConflictsOfFiles() => _documents
        .Where(d => d.Standard is not null)
        .GroupBy(d => d.Standard!.Id)
        .SelectMany(same => same.Skip(1).Where(d => !d.Standard!.Equals(same.First().Standard)).SelectMany(d => DocumentSetCheck.Check([same.First(), d])))
        .Concat(DocumentSetCheck.CheckAgainst(_documents, _inCode));

    private void ThrowOnConflictInCode(StandardCatalogue known)
    {
        if (_inCode.FirstOrDefault(s => !s.Equals(known.Find(s.Id))) is { } other)
        {
            throw new InvalidOperationException($"{other.Id} was added twice with different content; which of them counts, nobody can say.");
        }
    }

    /// <summary>
    /// Policies made in code, beside the standards that they name, as those in files: what is wrong is told with the requirement, for there is no text that has a line. What does
    /// not depend on a standard was seen to when they were made.
    /// </summary>
    private List<(ReadinessPolicy Policy, string? Tenant)> CodePolicies(StandardCatalogue known, List<Finding> findings)
    {
        foreach (var (policy, tenant) in _policies.Where(p => p.Policy.Standards.Count > 0))
        {
            var name = $"The policy {PolicyKey.Say(policy.Id, tenant)}";
            var document = PolicyDocument.Read(name, policy.ToJson());
            findings.AddRange(document.Check(known)
                .Where(f => f.Descriptor == FindingCatalogue.RuleUnknownKsb || f.Descriptor == FindingCatalogue.RuleCannotBeMet)
                .Select(f => new Finding(f.Descriptor, $"{name}, requirement '{TextFolding.OnOneLine(Around(document, f))}': {f.Message}", location: null) { Severity = f.Severity, Suggestion = f.Suggestion }));
        }

        return _policies;
    }

    /// <summary>The id of the requirement that a finding is of: the last that begins before it, for what is told here is told of those that hold no others.</summary>
    private static string Around(PolicyDocument document, Finding finding) => document.Policy!.Requirement.All
        .Last(r => document.Locate(r, "id").Span.Start <= finding.Location!.Span.Start).Id;

    private List<(ReadinessPolicy Policy, string? Tenant)> FilePolicies(StandardCatalogue known, List<Finding> findings)
    {
        var policies = new List<(ReadinessPolicy, string?)>();
        foreach (var (source, tenant) in _policyFiles)
        {
            var file = PolicyFile.Read(source.Path, source.Text, known: null, _rules);
            Finding[] wrong = [.. Beside(known, source, file)];
            findings.AddRange(file.Policy is null ? Refusing(wrong) : wrong);
            if (file.Policy is not null)
            {
                policies.Add((file.Policy, tenant));
            }
        }

        return policies;
    }

    /// <summary>
    /// What a policy was refused for, as errors: a warning that costs the whole policy, such as a misspelt property, must stop the start, or the
    /// tenant would silently be judged by everybody's policy.
    /// </summary>
    private static IEnumerable<Finding> Refusing(IReadOnlyList<Finding> findings) => findings.Any(f => f.Severity == FindingSeverity.Error)
        ? findings
        : findings.Select(f => new Finding(f.Descriptor, f.Message, f.Location) { Severity = FindingSeverity.Error, Suggestion = f.Suggestion });

    /// <summary>What is wrong with a policy beside the standards that were added, without that it names others.</summary>
    private static IEnumerable<Finding> Beside(StandardCatalogue known, SourceDocument source, PolicyFile file) =>
        file.Findings.Concat(PolicyDocument.Read(source.Path, source.Text).Check(known).Where(f => f.Descriptor != FindingCatalogue.UnknownStandard))
            .DistinctBy(f => f.ToString())
            .OrderBy(f => f.Location?.Span.Start ?? 0);

    private static void ThrowOnErrors(List<Finding> findings)
    {
        if (findings.Any(f => f.Severity == FindingSeverity.Error))
        {
            throw new InvalidDocumentException(findings);
        }
    }

    /// <summary>The standards that were added to a builder.</summary>
    private sealed class AddedStandards(StandardCatalogue known) : IStandardProvider
    {
        public ValueTask<OccupationalStandard?> FindAsync(StandardId id, CancellationToken cancellationToken) => ValueTask.FromResult(known.Find(id));
    }

    /// <summary>The policies that were added to a builder.</summary>
    private sealed class AddedPolicies(Dictionary<PolicyKey, ReadinessPolicy> policies) : IPolicyProvider
    {
        public ValueTask<ReadinessPolicy?> FindAsync(string policyId, string? tenant, CancellationToken cancellationToken) =>
            ValueTask.FromResult(policies.GetValueOrDefault(new PolicyKey(policyId, tenant)));
    }
}
