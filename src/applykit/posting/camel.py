"""Names that are written with capitals inside, so that they are not taken for words glued together."""

import re

# Products, companies, credentials and codes as their owners write them.
NAMES_WORDS = (
    "JavaScript TypeScript CoffeeScript ActionScript PostScript AppleScript ECMAScript jQuery PowerPoint PowerShell "
    "SharePoint OneNote OneDrive QuickBooks LinkedIn YouTube GitHub GitLab BitBucket WordPress WooCommerce MySQL "
    "NoSQL PostgreSQL PostGIS MongoDB MariaDB DynamoDB CouchDB InnoDB OpenGL WebGL OpenCV OpenStack OpenShift "
    "VMware SalesForce HubSpot MailChimp DocuSign ServiceNow BambooHR ZenDesk FreshDesk DeskPro SurveyMonkey "
    "AutoCAD SolidWorks MicroStation SketchUp RevIt PhotoShop InDesign LightRoom CorelDraw DreamWeaver FileMaker "
    "FrontPage MacBook MacOS iPhone iPad iPod iOS iMac iTunes iCloud iRobot macOS tvOS watchOS eBay eCommerce "
    "eLearning eCornell ePrescribing eRx eMAR eFax eBooks PayPal FedEx PetSmart PetSmart GameStop BestBuy WalMart "
    "RiteAid WalGreens OptumRx CareMark MedImpact CarePlus HealthCare HealthTrust HealthSouth HealthFirst LifePoint "
    "MedStar MedCerts MediTech MediSpan NextGen AllScripts AthenaHealth eClinicalWorks PointClickCare MatrixCare "
    "OmniCell OmniSys PioneerRx BestRx QS1 PrimeRx ScriptPro ScriptSure RxConnect McKesson PharMerica "
    "AmerisourceBergen AccuDose RoboCount SureScripts SureMed TeleRx TechRx CoverMyMeds RxNorm RelayHealth DoseEdge "
    "SimpleDose IntelliVault MedSelect MedDispense PharmD PharmTech CPhT ExCPT RPhT PhTR PharmacyTech PhD EdD PsyD "
    "ScD DrPH MPharm MSc BSc BEng MEng LLM BScN MScN DevOps FinTech EdTech BioTech MedTech AdTech MarTech SaaS PaaS "
    "IaaS DBaaS VoIP WiFi PoS PoC QoS IoT AdWords AdSense DoubleClick FaceBook WhatsApp WeChat TikTok SnapChat "
    "PinterEst SoundCloud FourSquare AngularJS NodeJS ReactJS VueJS EmberJS BackboneJS NextJS ExpressJS CakePHP "
    "PhpStorm PhoneGap RubyMotion ActiveRecord ActiveX HTMLHint XCode XPath XQuery LaTeX BibTeX TeX LibreOffice "
    "OpenOffice OpenSource TeamViewer TeamCity TestRail JUnit NUnit TestNG PyTorch TensorFlow NumPy SciPy PySpark "
    "BigQuery RedShift SnowFlake DataBricks DataStage InfoPath InfoSphere WebSphere WebLogic WebEx GoToMeeting "
    "BlueJeans BlueCross BlueShield BlackBerry BlackBoard CloudFormation CloudFront CloudWatch CloudFlare ClearCase "
    "ClearQuest RabbitMQ ActiveMQ ZeroMQ NetSuite NetWeaver NetApp NetBeans PeopleSoft PeopleTools SuccessFactors "
    "WorkDay TaleoBusiness ColdFusion FireBase FireFox DataDog SugarCRM CodeIgniter TransferWise AirBnB DoorDash "
    "GrubHub InstaCart TaskRabbit CrossFit LiveWell TeleHealth VanDerbilt MacDonald MacKenzie DeVry DePaul DuPont "
    "LaSalle LeMoyne LaGuardia DeSoto DeKalb DuPage LaPorte VeriFone QuantiFERON HbA1c pH mRNA tRNA rtPA GmbH kHz "
    "MHz GHz kW kWh mL dL dB GMAT CliftonStrengths AmeriCorps CarMax FlexTime UnitedHealth UnitedHealthcare "
    "UnityPoint ChristianaCare WellSpan WellStar WellCare SureStep HealthPartners PatientPing MyChart "
    "CareEverywhere EpicCare PowerChart FirstNet ProVation ProCare MedRec"
)
NAMES = frozenset(NAMES_WORDS.split())
FOLDED = frozenset(name.casefold() for name in NAMES)
SCOTS = re.compile(r"^(?:Mc|Mac|O['’]|De|Di|Du|La|Le|Van|Von|Fitz|St)[A-Z][a-z]+(?:['’]s|s)?$")
SHORT_FIRST = re.compile(r"^[a-z]{1,2}[A-Z][\w]*$")  # iPhone, eBook, mRNA, pH


def is_name_with_capitals(word: str) -> bool:
    """Whether the word is a name with capitals inside: from the list, Scots or Romance, or like "iPhone"."""
    bare = word.strip("'’-/&").removesuffix("'s").removesuffix("’s")
    folded = bare.casefold()
    return (
        folded in FOLDED
        or folded.removesuffix("s") in FOLDED
        or bool(SCOTS.match(bare))
        or bool(SHORT_FIRST.match(bare) and not re.search(r"[a-z]{3}[A-Z]", bare))
    )
