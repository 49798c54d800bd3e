"""Words that postings use in many senses, so that as a term they need context. A list of our own, by plain key."""

EVERYDAY = frozenset(
    """
    able access account act active adapt address agile alert apply area art asana ask asset assist attend aware balance
    bank base basic basis bear benefit board body book box bridge brief bring build business busy call can care career
    case cash center challenge change charge chart chat check choose circle citrix claim class clean clear client close
    cloud club code cold collect color come commit company compare complete concept concern confirm connect consider
    contact content control cook cope copy core cost count course cover craft create credit culture cut cycle daily data
    date day deal dedicate deliver delivery depend design desk detail direct discover dispatch display document door
    draft draw dress drive drop duty dynamic ease edge edit effect effort elastic embrace end energy engage enjoy ensure
    enter equal erase event evidence excel exchange exit expand express extra eye face fact fair fall fast feel field
    fill final find fine fit fix flash flat flex float floor flow fly focus follow food force form forward frame free
    friend front fuel full fun fund gain game gate gather general give go goal gold good grade grant graph great ground
    group grow growth guest guide hand handle happy hard head health hear heart heat help hero high hire hold home hook
    host hot hour house human idea image impact improve include index inform input inquire inspire issue item job join
    journey judge jump keep key kind know label lab land language lead leader learn leave level lift light like line
    link list listen live load local log look loop love low machine mail main make manage map mark market master match
    material matter mean measure medium meet member memory mind miss mission mix mobile mode model monday monitor month
    motion move name native near neat need network new night note notice notion number offer office open opera order
    organize outlook own pace pack pad page paint panel paper part partner party pass path patient pay people perform
    person phone photo pick picture pipe place plan plant platform play please plus point policy poll pool position post
    power practice prepare present press price print private process product professional profile program progress
    project promote proof protect prove provide public pull purchase pure push quality question quick quiet quote race
    range rate reach react read ready real receive record recover reduce refer reflect register relate release rely
    remote rent report request rescue research resolve resource respond rest result retail return review revit reward
    rich right ring rise road rock role roll room root round route row rule run safe sage sale sap scale scan schedule
    school science scope score screen search season seat section secure see seek select sell send sense serve service
    session set shape share sharp shift ship shop short show side sight sign simple site size skill sketch slack slide
    small smart smile snowflake social soft solid solution solve sort sound source space spark speak spirit sport spot
    spring square stack staff stage stamp stand standard star start state stay step stock stop store story strategy
    stream street strong structure study style success suit sun supply support surface survey swift switch system table
    tableau tag take talk tank target task teach team tech tell term test text thank think thrive ticket time tip title
    tool top touch tour track trade traffic train transfer translate transport travel treat tree trend trip truck trust
    try turn twist type understand union unit unity update upgrade use user valuable value vault vendor verify view
    visible visit voice volume wait walk want warm watch water wave way wear web welcome well whole wide win window wire
    wish word work world write year zone zoom
    """.split()  # noqa: SIM905  (a long list reads better as text)
)
