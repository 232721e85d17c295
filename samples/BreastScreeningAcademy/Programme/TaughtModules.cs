using Competency;
using static BreastScreeningAcademy.Standards.MammographyAssociate;

namespace BreastScreeningAcademy.Programme;

// What the academy teaches in the classroom. Hover over a Ksb member to read its statement; write one that does not exist and the build fails.

[Covers(Ksb.K1, Ksb.K4, Ksb.K29, Ksb.K31)]
[Covers(Ksb.B1, Ksb.B2)]
internal sealed class PersonCentredCare;

[Covers(Ksb.K2, Ksb.K3, Ksb.K7, Ksb.K8, Ksb.K9)]
internal sealed class BreastAnatomyAndImaging;

[Covers(Ksb.K5, Ksb.K6, Ksb.K24, Ksb.K25, Ksb.K26, Ksb.K32, Ksb.K33, Ksb.K34)]
internal sealed class PositioningAndImageQuality;

[Covers(Ksb.K13, Ksb.K14, Ksb.K15, Ksb.K16, Ksb.S9, Ksb.S10)]
internal sealed class RadiationProtection;

[Covers(Ksb.K11, Ksb.K12, Ksb.K17, Ksb.K18, Ksb.K19, Ksb.K20)]
internal sealed class SafeWorkplace;

// The same in KSB notation, where the list is long or comes from a specification.
[ForStandard<Standards.MammographyAssociate>]
[CoversKsbs("K10, K21-K23, K27, K28, K30, K38-K44")]
internal sealed class ProfessionalPractice;

[Covers(Ksb.K35, Ksb.K36, Ksb.K37, Ksb.K45, Ksb.K46)]
internal sealed class HealthPromotionAndResearch;
