"""Nouns that name someone by the work they do: the last word of nearly every job title."""

HEADS = tuple(
    """
    accountant actuary acupuncturist adjudicator adjuster administrator advisor adviser advocate agent aide ambassador analyst
    anesthesiologist anesthetist animator apprentice appraiser arborist archaeologist architect archivist artist assembler assessor
    assistant associate astronomer attendant attorney audiologist auditor author baker banker barber barista bartender
    beautician biller biologist blogger boilermaker bookkeeper bricklayer broker builder buyer caregiver carer caretaker
    carpenter cartographer cashier caterer chair chaplain chauffeur chef chemist chiropractor cleaner clerk clinician coach coder
    collector colleague columnist commander companion compounder comptroller concierge conductor conservator consultant contractor controller cook
    coordinator co-ordinator copywriter cosmetologist counsel counsellor counselor courier crew curator custodian dancer dealer dean dentist
    dermatologist designer detailer detective developer developers dietitian dietician director dispatcher dispenser diver doctor draftsman drafter
    draughtsman driller driver economist editor educator electrician embalmer employee engineer engraver enumerator epidemiologist estimator
    examiner executive expediter expert fabricator facilitator faculty farmer fellow fighter firefighter fisher fitter florist foreman forester forklift
    fundraiser gardener generalist geneticist geologist glazier grader greeter groomer guard guide hairdresser hairstylist handler handyman
    handyperson head helper historian host hostess housekeeper hygienist illustrator inspector installer instructor intern internist interpreter interviewer
    investigator janitor jeweler joiner journalist journeyman judge keeper laborer labourer landscaper laundress lawyer lead leader learner
    lecturer librarian lifeguard lineman linguist loader locksmith logistician machinist maid manager manicurist marketer mason mathematician
    mechanic medic mentor merchandiser merchandizer messenger meteorologist microbiologist midwife millwright miner minister model moderator molder
    mortician mover musician nanny navigator negotiator neurologist notary nurse nutritionist observer obstetrician officer oncologist operative
    operator optician optometrist orderly organizer organiser owner packager packer painter paralegal paramedic partner pathologist pediatrician
    performer pharmacist phlebotomist photographer physician physicist physiotherapist picker pilot pipefitter planner plasterer plumber podiatrist
    police porter postdoc practitioner preceptor preparer president presser principal processor producer professor programmer proofreader
    prosthetist provider psychiatrist psychologist psychotherapist publicist purchaser radiographer radiologist ranger realtor receptionist
    receiver recruiter registrar rep representative reporter researcher resident retoucher reviewer rigger roofer runner salesperson salesman
    sanitarian scheduler scholar scientist scribe sculptor seamstress secretary seller server shipper shopper singer social-worker solicitor
    sonographer specialist sorter statistician stenographer steward stocker strategist student stylist supervisor surgeon surveyor tailor teacher teammate
    technician technologist telemarketer teller tender tester therapist trader trainee trainer transcriber transcriptionist translator
    transporter traveler treasurer tutor typist underwriter upholsterer usher valet vendor veterinarian videographer volunteer waiter waitress
    warden washer watchman webmaster welder worker writer zookeeper zoologist tech techs lpn rn cna sre sdr pct vp
    """.split()
)
