using Competency.Analysis;
using Competency.Documents;
using Competency.Findings;
using Competency.Notation;
using Competency.Text;
using Competency.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Competency.CSharp;

/// <summary>
/// Moves the references of some projects to a version: what is of an old version by what became of its statements, what is of the version already
/// by what the lock says was reviewed. All edits speak of the text as it is, so that nothing follows twice.
/// </summary>
internal sealed class ReferenceMove
{
    private const string Parted = "other references read the same constant, and it cannot become what each of them needs";

    private readonly bool _isFromAll;
    private readonly IReadOnlyList<Migration> _migrations;
    private readonly OccupationalStandard _to;
    private readonly IReadOnlyList<OccupationalStandard> _others;
    private readonly LockDocument? _lock;
    private readonly ReferencePlaces _places;
    private readonly Claims _claims = new();
    private readonly ConstantClaims _constants;
    private readonly List<ReferenceUse> _uses = [];
    private readonly List<(Migration Migration, string Text, SourceLocation At, Claims.Claimant Claimant)> _options = [];
    private readonly List<(SyntaxTree Tree, TextSpan Span)> _pinned = [];
    private readonly List<PlacedMessage> _notes = [];
    private readonly List<(LockConsumer Consumer, StandardId Standard, string Name)> _kept = [];
    private readonly HashSet<LockConsumer> _ofOld = [];
    private readonly List<(LockConsumer Consumer, OccupationalStandard Standard, KsbReference Reference, ReferenceUse? Use)> _read = [];
    private readonly Dictionary<LockConsumer, StandardCatalogue> _known = [];
    private readonly List<(LockConsumer Consumer, LockProblem Problem, PlacedMessage Message)> _moved = [];

    public ReferenceMove(IReadOnlyList<LoadedProject> projects, IReadOnlyList<OccupationalStandard> from, OccupationalStandard to, bool isFromAll, LockDocument? @lock)
    {
        _isFromAll = isFromAll;
        _migrations = [.. from.Select(f => new Migration(StandardDiff.Between(f, to)))];
        _to = to;
        _others = [.. from, to];
        _lock = @lock;
        _places = new ReferencePlaces(projects);
        _constants = new ConstantClaims(_places, _claims);
        foreach (var project in projects)
        {
            Collect(project);
        }

        _claims.Settle(Parted);
    }

    /// <summary>References that changed meaning since the lock though they are of an old version still: nobody knows what they stand for.</summary>
    public IReadOnlyList<PlacedMessage> Unsettled => PlacedMessage.Ordered(_moved.Where(m => _ofOld.Contains(m.Consumer) && IsUnsettled(m.Problem)).Select(m => m.Message));

    /// <summary>What is meant to go on naming an old version, and has been told.</summary>
    public IReadOnlyList<(SyntaxTree Tree, TextSpan Span)> Pinned => _pinned;

    /// <summary>Whether any reference is of the version already.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>Whether any reference is of a version that it moves from.</summary>
    public bool IsOfOld => _ofOld.Count > 0;

    /// <summary>The versions that a file's references are moved from: those that it refers to or names; of one whose types alone are renamed nobody can say which.</summary>
    public IReadOnlyList<Migration> MigrationsIn(SourceDocument file, bool isEdited)
    {
        var uses = _uses.Where(u => u.At.Path == file.Path).ToArray();
        var read = _migrations.Where(m => uses.Any(u => u.Migration == m) || (isEdited && file.Text.Contains(m.Diff.Old.Id.ToString()))).ToArray();
        return read.Length > 0 || !isEdited || uses.Any(u => u.Problem is not null) ? read : _migrations;
    }

    public IReadOnlyList<(string Path, IReadOnlyList<TextChange> Edits)> Edits() => [.. _claims.Granted()];

    /// <summary>What is left to a person, and the lock as it is afterwards; null without a lock.</summary>
    public (IReadOnlyList<PlacedMessage> Notes, KsbLock? Lock) Finish()
    {
        var notes = new List<PlacedMessage>(_notes);
        notes.AddRange(_options.Where(o => o.Claimant.Refusal is not null)
            .Select(o => new PlacedMessage(o.At, $"The option '{TextFolding.OnOneLine(o.Text)}' is of {o.Migration.Diff.Old.Id}; left as it is: {o.Claimant.Refusal}") { IsLeft = true }));
        var after = _lock?.Lock;
        foreach (var of in _uses.Where(u => u.Migration is not null).GroupBy(u => u.Consumer))
        {
            var locked = new List<LockLine>();
            foreach (var version in of.GroupBy(u => u.Migration!))
            {
                locked.AddRange(Tell(version.Key, version, notes));
            }

            if (after?.Find(of.Key) is { } entry)
            {
                var kept = entry.Lines.Where(l => _kept.Contains((of.Key, l.Standard, l.Name)));
                after = after.With(new LockEntry(of.Key, kept.Concat(Migration.Relocked(entry, [.. of.Select(u => u.Migration!.Diff.Old.Id).Distinct()], locked).Lines)));
            }
        }

        var remedies = new List<LockRemedy>();
        foreach (var use in _uses.Where(u => u.Problem is not null))
        {
            var remedy = use.Problem!.Remedy;
            if (use.Claimant.Refusal is { } refusal)
            {
                notes.Add(new PlacedMessage(use.At, $"{use.Problem.Message}; left as it is: {refusal}") { IsLeft = true });
                remedies.Add(new LockRemedy(remedy.LockPath, remedy.Consumer) { Left = remedy.Reviewed });
                continue;
            }

            remedies.Add(remedy);
            if (remedy.IsLeft || remedy.IsReworded)
            {
                var note = LockRemedies.Note(use.Problem.Message, remedy, use.At);
                notes.Add(new PlacedMessage(note.Location, note.Message) { IsLeft = note.IsLeft });
            }
        }

        return (PlacedMessage.Ordered(notes), after is null ? null : Followed(after, remedies));
    }

    /// <summary>The lock once references followed it, without the lines of codes that their consumers have left.</summary>
    private KsbLock Followed(KsbLock @lock, IReadOnlyList<LockRemedy> remedies)
    {
        var after = LockRemedies.Follow(@lock, remedies);
        foreach (var consumer in remedies.Select(r => r.Consumer).Distinct().Where(c => !_ofOld.Contains(c)))
        {
            var used = _read.Where(r => r.Consumer.Equals(consumer)).SelectMany(r => After(r.Reference, r.Use).SelectMany(a => LockReview.NamesOf(a, r.Standard)).Select(n => (r.Standard, n)));
            var entry = after.Find(consumer) ?? new LockEntry(consumer, []);
            after = after.With(new LockEntry(consumer, LockCheck.Reviewed(entry, LockCheck.Update(consumer, entry, used.ToArray(), _known[consumer], accept: false))));
        }

        return after;
    }

    /// <summary>What a reference names once it followed.</summary>
    private static IEnumerable<KsbReference> After(KsbReference reference, ReferenceUse? use) =>
        use?.Problem?.Remedy.Follow is { } follow && use.Claimant.Refusal is null && !reference.IsDuty ? KsbNotation.Parse(follow).References
        : use?.Problem?.Remedy.Follow is { } duty && use.Claimant.Refusal is null ? KsbNotation.Parse(duty.IndexOf("Duty", StringComparison.OrdinalIgnoreCase) < 0 ? "Duty " + duty : duty).References
        : [reference];

    /// <summary>Tells what is left of one consumer's references to one version, and what the lock says of them.</summary>
    private IEnumerable<LockLine> Tell(Migration migration, IEnumerable<ReferenceUse> uses, List<PlacedMessage> notes)
    {
        var ledger = new MigrationLedger(migration);
        var apart = new MigrationLedger(migration);
        foreach (var use in uses)
        {
            if (use.Claimant.Refusal is { } refusal)
            {
                notes.Add(new PlacedMessage(use.At, $"{use.Reference} is of {migration.Diff.Old.Id}; left as it is: {refusal}") { IsLeft = true });
                Keep(use, ledger);
            }
            else if (use.IsMember && migration.Follow(use.Reference.First) is null)
            {
                apart.Reference(use.Reference, use.At);
                Keep(use, ledger);
            }
            else
            {
                ledger.Reference(use.Reference, use.At);
            }
        }

        notes.AddRange(ledger.Notes.Concat(apart.Notes).Select(n => new PlacedMessage(n.Location, n.Message) { IsLeft = n.IsLeft }));
        return ledger.Locked.ToArray();
    }

    /// <summary>A member that stays is of the old type still; a string that stays is read by the new version where that is named around it.</summary>
    private void Keep(ReferenceUse use, MigrationLedger ledger)
    {
        if (use.IsMember || use.Reference.QualifierVersion is not null)
        {
            Keep(use.Consumer, use.Reference, use.Migration!.Diff.Old);
        }
        else
        {
            ledger.Stay(use.Reference);
        }
    }

    private void Keep(LockConsumer consumer, KsbReference reference, OccupationalStandard standard) =>
        _kept.AddRange(LockReview.NamesOf(reference, standard).Select(n => (consumer, standard.Id, n)));

    private void Collect(LoadedProject project)
    {
        var seen = project.Collect(_others);
        if (seen.Known is not { } known)
        {
            return;
        }

        var own = new StandardCatalogue(known.OwnDocuments(CancellationToken.None).Select(d => d.Standard!).Concat(known.Referenced()));
        var review = project.LockPath is not null && _lock?.Lock is { } content ? new LockReview(content, _lock.Source.Path, known.Catalogue) : null;
        var pinned = Together(seen);
        _pinned.AddRange(pinned);
        var migrations = Movable(project, seen, pinned);
        foreach (var text in seen.Texts)
        {
            Text(text, migrations, own, known, review);
        }

        var types = new TypeMove(project.Types, migrations, _to.Id);
        foreach (var member in seen.Members.Concat(project.Missing))
        {
            if (member.IsInComment && !project.ReadsComments)
            {
                Comment(member, review);
            }
            else
            {
                Member(member, types, review, known.Catalogue);
            }
        }

        foreach (var name in seen.Names.Where(n => !IsPinned(pinned, n)))
        {
            Name(name, migrations);
        }

        foreach (var option in seen.Options.Where(o => !pinned.Any(p => p.Tree == o.Expression.SyntaxTree && p.Span.Contains(o.Expression.Span))))
        {
            Option(option, migrations);
        }

        types.Rename(project, _claims, pinned);
    }

    /// <summary>
    /// The versions that a project can leave: those of which every place that names them can be moved. Where one cannot, a reference that moved
    /// could be read by the old version still, and so none of that version moves in the whole project.
    /// </summary>
    private Migration[] Movable(LoadedProject project, ReferenceCollector seen, IReadOnlyList<(SyntaxTree Tree, TextSpan Span)> pinned)
    {
        var meant = new HashSet<(SyntaxTree, TextSpan)?>(seen.Names.Where(n => IsPinned(pinned, n)).Select(Place));
        var movable = new List<Migration>();
        foreach (var migration in _migrations)
        {
            var id = migration.Diff.Old.Id;
            var names = seen.Names
                .Where(n => n.Id == id && !IsPinned(pinned, n) && (Place(n) is not { } place || !_places.IsWritten(place.Tree) || meant.Contains(place)))
                .Select(n => new PlacedMessage(_places.Locate(n.Expression.SyntaxTree, n.Expression.Span), $"{id} is named here, and this cannot be moved: {ConstantClaims.NoLiteral}; nothing of {id} is moved in {project.Path}") { IsLeft = true });
            var types = new TypeMove(project.Types, [migration], _to.Id).Unmovable(project, pinned)
                .Select(n => new PlacedMessage(_places.Locate(n.SourceTree!, n.SourceSpan), $"this is the type of {id}, and none of {_to.Id} is generated here; nothing of {id} is moved in {project.Path}") { IsLeft = true });
            var stays = names.Concat(types).ToArray();
            _notes.AddRange(stays);
            if (stays.Length == 0)
            {
                movable.Add(migration);
                continue;
            }

            // Said once is enough.
            _pinned.AddRange(seen.Names.Where(n => n.Id == id).Select(n => (n.Expression.SyntaxTree, n.Expression.Span)));
            _pinned.AddRange(seen.Texts.Where(t => t.References.References.Any(r => r.QualifierVersion is not null)).Select(t => (t.Expression.SyntaxTree, t.Expression.Span)));
        }

        return [.. movable];

        (SyntaxTree Tree, TextSpan Span)? Place(ReferenceCollector.StandardName name) => _places.Map(name.Expression, name.Text, name.Model).Exact(new SourceSpan(0, name.Text.Length));
    }

    private static bool IsPinned(IReadOnlyList<(SyntaxTree Tree, TextSpan Span)> pinned, ReferenceCollector.StandardName name) =>
        pinned.Any(p => p.Tree == name.Expression.SyntaxTree && p.Span.Contains(name.Expression.Span));

    /// <summary>Attributes that name several versions for one symbol, as for two cohorts: those are meant to stay two.</summary>
    private List<(SyntaxTree Tree, TextSpan Span)> Together(ReferenceCollector seen)
    {
        var pinned = new List<(SyntaxTree Tree, TextSpan Span)>();
        foreach (var naming in seen.Namings)
        {
            var versions = naming.Value.Where(id => id.Reference == _to.Id.Reference).ToArray();
            if (versions.Length > 1)
            {
                pinned.Add(naming.Key);
                if (versions.Any(IsOld))
                {
                    _notes.Add(new PlacedMessage(_places.Locate(naming.Key.Tree, naming.Key.Span), $"{string.Join(" and ", versions)} are in force together here; left as it is") { IsLeft = true });
                }
            }
        }

        return pinned;
    }

    /// <summary>The id of an old version where a standard is named.</summary>
    private void Name(ReferenceCollector.StandardName name, IReadOnlyList<Migration> migrations)
    {
        IsNamed |= name.Id == _to.Id;
        if (!IsOld(name.Id))
        {
            if (_isFromAll && name.Id.Reference == _to.Id.Reference && name.Id != _to.Id)
            {
                _notes.Add(new PlacedMessage(_places.Locate(name.Expression.SyntaxTree, name.Expression.Span), $"{name.Id} is named here, of which no document is known; left as it is") { IsLeft = true });
            }

            return;
        }

        if (migrations.Any(m => m.Diff.Old.Id == name.Id))
        {
            _constants.Constant(_places.Map(name.Expression, name.Text, name.Model), new SourceSpan(0, name.Text.Length), name.Text, _to.Id.ToString(), new Claims.Claimant());
        }
    }

    /// <summary>The option beside an old version: its id or title there becomes what names the same option in the new one.</summary>
    private void Option(ReferenceCollector.OptionName option, IReadOnlyList<Migration> migrations)
    {
        if (migrations.FirstOrDefault(m => m.Diff.Old.Id == option.Standard.Id) is not { } migration)
        {
            return;
        }

        var at = _places.Locate(option.Expression.SyntaxTree, option.Expression.Span);
        if (migration.FollowOption(option.Text, static n => n.All(c => c >= ' ' && c is not ('"' or '\\' or '{' or '}'))) is not { } name)
        {
            var ledger = new MigrationLedger(migration);
            ledger.Option(option.Text, at);
            _notes.AddRange(ledger.Notes.Select(n => new PlacedMessage(n.Location, n.Message) { IsLeft = n.IsLeft }));
            return;
        }

        // nameof(Sails) names a symbol, which is not renamed for the sake of an option.
        var claimant = new Claims.Claimant();
        var (map, whole) = (_places.Map(option.Expression, option.Text, option.Model), new SourceSpan(0, option.Text.Length));
        var isSymbol = map.Exact(whole) is { } place && place.Tree.GetRoot().FindToken(place.Span.Start).IsKind(SyntaxKind.IdentifierToken);
        if (isSymbol ? name != option.Text : !_constants.Constant(map, whole, option.Text, name, claimant))
        {
            claimant.Refusal = ConstantClaims.NoLiteral;
        }

        if (name != option.Text)
        {
            _options.Add((migration, option.Text, at, claimant));
        }
    }

    private bool IsOld(StandardId id) => _migrations.Any(m => m.Diff.Old.Id == id);

    private void Text(ReferenceCollector.TextOfReferences text, IReadOnlyList<Migration> migrations, StandardCatalogue own, KnownStandards known, LockReview? review)
    {
        var all = known.Catalogue;
        var map = _places.Map(text.Expression, text.Text, text.Model);
        var members = NamedMembers.Of(text.Expression, text.Model, known);
        var problems = review?.References(text.Consumer, text.Text, text.References, text.InForce, ReferenceSetting.Field).Moved ?? [];
        _moved.AddRange(_places.Findings(problems, text.Expression, text.Text, text.Model, known).Select(f => (text.Consumer, f.Problem, f.Message)));
        foreach (var reference in text.References.References)
        {
            var standards = reference.QualifierVersion is { } version
                ? all.Find(new StandardId(reference.Qualifier, version)) is { } named ? [named] : []
                : LockReview.StandardsOf(reference, text.InForce, own);
            if (members.Hold(reference, map.Locate(ReferenceRewrite.CodesOf(reference), out _).SourceSpan, standards))
            {
                continue;
            }

            var old = migrations.Where(m => standards.Any(s => s.Id == m.Diff.Old.Id)).ToArray();
            var at = _places.Locate(map, ReferenceRewrite.CodesOf(reference), text.Expression);
            _known[text.Consumer] = all;
            ReferenceUse? followed = null;
            if (old.Length == 1 && standards.Count == 1 && (!text.IsOfOthers || reference.QualifierVersion is not null))
            {
                Migrate(new ReferenceUse(text.Consumer, reference, at) { Migration = old[0] }, text.Text, map);
            }
            else if (old.Length == 0 && standards.Count == 1 && standards[0].Id == _to.Id && problems.FirstOrDefault(p => p.Span == ReferenceRewrite.CodesOf(reference)) is { } problem)
            {
                IsNamed = true;
                followed = new ReferenceUse(text.Consumer, reference, at) { Problem = problem };
                _uses.Add(followed);
                _constants.Codes(followed, text.Text, map, problem.Remedy.Follow);
            }
            else
            {
                IsNamed |= standards.Any(s => s.Id == _to.Id);
                foreach (var migration in old)
                {
                    Keep(text.Consumer, reference, migration.Diff.Old);
                }

                if (standards.Count > 0)
                {
                    _constants.Codes(new ReferenceUse(text.Consumer, reference, at), text.Text, map, codes: null);
                }

                // Where the new version is in force beside the old one, that is told once, where they are named.
                if (old.Any(m => m.Moves(reference)) && standards.All(s => s.Id != _to.Id))
                {
                    _notes.Add(new PlacedMessage(at, $"{reference} is of {string.Join(" and of ", standards.Select(s => s.Id))} here; left as it is") { IsLeft = true });
                }
            }

            _read.AddRange(standards.Select(s => (text.Consumer, s, reference, followed)));
        }
    }

    /// <summary>A reference of an old version: its codes, and the version where it names that itself.</summary>
    private void Migrate(ReferenceUse use, string text, ConstantMap map)
    {
        _uses.Add(use);
        _ofOld.Add(use.Consumer);
        var migration = use.Migration!;
        var reference = use.Reference;
        var qualifier = !reference.Qualifier.HasValue ? "" : (reference.QualifierVersion is null ? reference.Qualifier.ToString() : _to.Id.ToString()) + ":";
        _constants.Codes(use, text, map, ReferenceRewrite.Codes(text, reference, migration.Follow, migration.FollowDuty, qualifier, ReferenceSetting.Field));
        if (reference.QualifierVersion is not null && use.Claimant.Refusal is null
            && !_constants.Constant(map, reference.QualifierSpan, text.Substring(reference.QualifierSpan.Start, reference.QualifierSpan.Length), _to.Id.ToString(), use.Claimant))
        {
            use.Claimant.Refusal = ConstantClaims.NoLiteral;
        }
    }

    /// <summary>A member of a generated enum. Its name, and the type's, are <see cref="TypeMove"/>'s to claim.</summary>
    private void Member(ReferenceCollector.MemberReference member, TypeMove types, LockReview? review, StandardCatalogue all)
    {
        var at = _places.Locate(member.Place.SourceTree!, member.Place.SourceSpan);
        var whole = new SourceSpan(0, member.Code.ToString().Length);
        var reference = new KsbReference(whole, member.Code, member.Code, whole, whole, 0);
        var problem = review?.Code(member.Consumer, member.Code, member.Standard).Moved;
        if (problem is not null)
        {
            _moved.Add((member.Consumer, problem, ReferencePlaces.Finding(problem, at)));
        }

        IsNamed |= member.Standard.Id == _to.Id;
        _known[member.Consumer] = all;
        ReferenceUse? followed = null;
        if (types.Of(member.Standard.Id) is { } of)
        {
            _uses.Add(new ReferenceUse(member.Consumer, reference, at) { Migration = of, IsMember = true });
            _ofOld.Add(member.Consumer);
        }
        else if (member.Standard.Id == _to.Id && problem is not null && _places.IsWritten(member.Place.SourceTree!))
        {
            followed = new ReferenceUse(member.Consumer, reference, at) { Problem = problem, IsMember = true };
            _uses.Add(followed);
            if (problem.Remedy.Follow is { } follow)
            {
                _claims.Add(member.Place.SourceTree!.FilePath, member.Place.SourceSpan, follow, followed.Claimant, changes: true);
            }
        }

        _read.Add((member.Consumer, member.Standard, reference, followed));
    }

    /// <summary>A member that is named where the build sees a mere comment: it goes along with its statement, and no lock knows of it.</summary>
    private void Comment(ReferenceCollector.MemberReference member, LockReview? review)
    {
        if (member.Standard.Id == _to.Id && _places.IsWritten(member.Place.SourceTree!) && review?.Code(member.Consumer, member.Code, member.Standard).Moved?.Remedy.Follow is { } follow)
        {
            _claims.Add(member.Place.SourceTree!.FilePath, member.Place.SourceSpan, follow, new Claims.Claimant(), changes: true);
        }
    }

    /// <summary>Whether a moved reference stands in the way of its consumer's others. One that is of the version already, and was reviewed for an old one, moves with them.</summary>
    private bool IsUnsettled(LockProblem problem) => problem.Remedy.Reviewed.Any(r => r.Standard.Reference == _to.Id.Reference
        && (r.Standard != _to.Id || _lock!.Lock!.Find(problem.Remedy.Consumer)!.Lines.Any(l => l.Standard == _to.Id && l.Name == r.Name)));
}
