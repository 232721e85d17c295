// The types of the linked files that Core makes public. In Competency.CompileTime, which does not link this file, they stay internal.

namespace Competency
{
    public sealed partial class KsbNotationAttribute;

    public static partial class KsbKinds;

    public readonly partial struct KsbCode;

    public readonly partial struct KsbThreshold;

    public readonly partial struct StandardReference;

    public readonly partial struct StandardVersion;

    public readonly partial struct StandardId;

    public sealed partial class KsbStatement;

    public sealed partial class OccupationDuty;

    public sealed partial class StandardOption;

    public sealed partial class Qualification;

    public sealed partial class KeyInformation;

    public sealed partial class PublicationSource;

    public sealed partial class OccupationalStandard;

    public sealed partial class StandardCatalogue;
}

namespace Competency.Text
{
    public readonly partial struct SourceSpan;

    public readonly partial struct LinePosition;

    public sealed partial class SourceLocation;

    public sealed partial class SourceDocument;

    public readonly partial struct SourceEdit;

    public static partial class TextFolding;

    public static partial class LookAlikes;

    public static partial class IsoDate;
}

namespace Competency.Notation
{
    public static partial class KsbNotation;

    public sealed partial class KsbNotationResult;

    public sealed partial class KsbReference;

    public sealed partial class NotationProblem;
}

namespace Competency.Findings
{
    public static partial class FindingCatalogue;

    public sealed partial class FindingDescriptor;

    public sealed partial class Finding;

    public static partial class ReferenceCheck;

    public static partial class OptionCheck;

    public static partial class DocumentSetCheck;

    public static partial class LockCheck;
}

namespace Competency.Versions
{
    public static partial class Fingerprint;

    public sealed partial class KsbChange;

    public sealed partial class DutyChange;

    public sealed partial class OptionChange;

    public sealed partial class StandardDiff;

    public sealed partial class Migration;

    public sealed partial class MigrationResult;

    public sealed partial class MigrationNote;
}

namespace Competency.Documents
{
    public static partial class SubjectName;

    public static partial class TypeName;

    public sealed partial class DocumentReader;

    public sealed partial class DocumentObject;

    public sealed partial class PlacedReferences;

    public sealed partial class PlacedText;

    public sealed partial class StandardDocument;

    public partial interface IReferencingDocument;

    public sealed partial class DocumentReferences;

    public sealed partial class MappingDocument;

    public sealed partial class KsbMapping;

    public sealed partial class MappingItem;

    public sealed partial class CoverageDemand;

    public sealed partial class LockDocument;

    public sealed partial class KsbLock;

    public sealed partial class LockEntry;

    public sealed partial class LockLine;

    public sealed partial class LockConsumer;
}

namespace Competency.Documents.Json
{
    public sealed partial class JsonText;

    public sealed partial class JsonValue;

    public sealed partial class JsonMember;

    public sealed partial class JsonSyntaxError;

    public sealed partial class JsonWriter;
}

namespace Competency.Documents.Policies
{
    public sealed partial class PolicyDocument;

    public sealed partial class PolicyOutline;

    public sealed partial class RequirementOutline;

    public sealed partial class CitationOutline;

    public sealed partial class DatedNumberOutline;

    public sealed partial class DatedPeriodOutline;
}

namespace Competency.Documents.Plans
{
    public sealed partial class AssessmentPlanDocument;

    public sealed partial class AssessmentPlan;

    public sealed partial class AssessmentPart;

    public sealed partial class PlanPortfolio;

    public sealed partial class PlanQualification;
}
