"""Titles that postings use daily and O*NET's lists give to many occupations, or to an odd one: what they mean.

Written by hand; each is the whole meaning of its words in any order, whatever O*NET's titles say. Level, shift and
contract words stand here only where they belong to the title ("warehouse associate").
"""

from collections.abc import Iterable
from functools import cache

from applykit.lexicon.ranks import SHORT_FORMS
from applykit.lexicon.words import term_keys

COMMON = 9  # how much such a title says; O*NET's official ones say 3
CODES = """
11-1021.00  general manager; operations manager; branch manager; director of operations
11-3051.00  plant manager; production manager
11-9111.00  nurse manager; nursing manager; practice manager
13-1071.00  hr specialist; hr assistant manager; people operations specialist; talent acquisition specialist
13-1082.00  project manager; program manager; project coordinator; scrum master; it project manager
13-1111.00  business analyst
13-2011.00  staff accountant; accountant; accounting specialist
13-2051.00  financial analyst
15-1211.00  systems analyst; business systems analyst
15-1212.00  security analyst; cybersecurity analyst; information security analyst; soc analyst; cybersecurity engineer
15-1232.00  it support specialist; it support technician; it technician; helpdesk technician;
            desktop support technician; help desk analyst; service desk analyst; it support; desktop support;
            technical support specialist
15-1242.00  dba
15-1243.00  data engineer
15-1244.00  systems administrator; system administrator; network administrator; sysadmin; linux administrator
15-1241.00  network engineer; network architect
15-1252.00  software engineer; software developer; full stack developer; full stack engineer; backend engineer;
            backend developer; back end engineer; back end developer; python developer; java developer; devops engineer;
            site reliability engineer; software engineering intern; software intern; cloud engineer; mobile developer;
            ios developer; android developer; programmer
15-1253.00  qa engineer; qa analyst; qa tester; test engineer; software tester; sdet
15-1254.00  web developer; front end developer; frontend developer; front end engineer; frontend engineer
15-2051.00  data scientist; data analyst; machine learning engineer
15-2051.01  business intelligence analyst; bi analyst; bi developer
21-1014.00  mental health counselor; behavioral health counselor
21-1021.00  case manager; social worker; child welfare worker; school social worker
21-1022.00  medical social worker; hospital social worker
21-1023.00  lcsw; licensed clinical social worker
21-1093.00  case worker; social services assistant; human services assistant; residential counselor
25-2011.00  lead teacher toddlers; toddler teacher; infant teacher; preschool teacher; pre k teacher; daycare teacher
25-2021.00  grade teacher; elementary teacher; elementary school teacher; first grade teacher; second grade teacher;
            third grade teacher
25-2022.00  middle school teacher
25-2031.00  high school teacher; math teacher; science teacher; english teacher; secondary teacher
25-2056.00  special education teacher; sped teacher
25-3031.00  substitute teacher
25-9042.00  teacher aide; teacher assistant; teaching assistant; paraprofessional; paraeducator; instructional aide;
            classroom assistant
29-1141.00  nurse; rn; registered nurse; staff nurse; school nurse; charge nurse; float nurse; travel nurse; travel rn;
            home health nurse; hospice nurse; nurse resident
29-2012.00  mlt; medical lab technician; medical laboratory technician
29-2011.00  medical technologist; mls; medical laboratory scientist
29-2055.00  surgical tech; surgical technologist; scrub tech; cst
29-2061.00  lpn; lvn; practical nurse; vocational nurse
31-1121.00  home health aide; hha
31-1122.00  caregiver; personal care aide; personal care assistant; direct support professional; dsp
31-1131.00  cna; nursing assistant; nurse aide; patient care technician; patient care tech; pct; patient care assistant;
            stna; state tested nursing assistant; nurse tech; nursing aide; certified nurse assistant; pca
31-2021.00  pta; physical therapist assistant; physical therapy assistant
31-2011.00  cota; occupational therapy assistant
31-9092.00  medical assistant; ccma; cma; rma
31-9097.00  phlebotomist; phlebotomy technician
33-9032.00  security guard; security officer
35-1012.00  kitchen manager; kitchen supervisor
35-2014.00  line cook; prep cook; cook; grill cook
35-2011.00  fast food cook
35-3023.00  crew member; fast food worker; restaurant crew member
35-3031.00  server; waiter; waitress; food server
37-2011.00  janitor; custodian; cleaner; porter
37-2012.00  housekeeper; room attendant; housekeeping attendant
39-9011.00  childcare worker; child care worker; daycare worker; childcare provider
39-9031.00  personal trainer; fitness instructor
41-1011.00  store manager; assistant store manager; retail team lead; team lead retail; department manager retail;
            retail manager; retail supervisor
41-2011.00  cashier; front end cashier
41-2031.00  sales associate; retail associate; retail sales associate; store associate; shop assistant
41-3091.00  account executive; account manager; business development representative; sales development representative
41-4012.00  sales representative; outside sales representative; inside sales representative; territory manager
43-1011.00  office manager; office supervisor
43-3021.00  billing specialist; medical biller; medical billing specialist; billing clerk
43-3031.00  bookkeeper; ap specialist; accounts payable specialist; accounts payable clerk; accounts receivable clerk;
            accounts receivable specialist; ar specialist; accounting clerk
43-4051.00  customer service representative; call center agent; call centre agent; call center representative;
            customer support specialist; customer service associate; customer service specialist; csr;
            customer care representative; customer support representative
43-4081.00  front desk agent; guest service agent; night auditor; hotel front desk agent
43-4141.00  personal banker
43-4171.00  front desk receptionist; receptionist
43-6011.00  executive assistant
43-6013.00  medical receptionist; medical secretary; medical office assistant; patient service representative
43-6014.00  administrative assistant; office assistant; office administrator; secretary; administrative coordinator
43-9061.00  office clerk; general clerk; clerical assistant
47-2061.00  construction laborer; construction worker; general laborer
47-2111.00  electrician; journeyman electrician
47-2152.00  plumber; plumbing technician; journeyman plumber
47-2141.00  house painter; commercial painter
49-3023.00  auto technician; automotive technician; auto mechanic; lube technician; automotive mechanic
49-9021.00  hvac technician; hvac installer; hvac mechanic; hvac service technician; hvac r technician; hvac apprentice;
            refrigeration technician; hvac
49-9041.00  maintenance mechanic; industrial mechanic; industrial maintenance technician
49-9071.00  maintenance technician; maintenance worker; building maintenance technician; facilities technician;
            handyman; apartment maintenance technician; maintenance man
51-2092.00  assembler; assembly worker; production associate; assembly line worker
51-4041.00  machinist
51-4121.00  welder; mig welder; tig welder; welder fabricator
51-9161.00  cnc machinist; cnc operator; cnc programmer; cnc machine operator
53-3032.00  truck driver; cdl driver; class a driver; otr driver; cdl truck driver; semi truck driver; hgv driver;
            cdl a driver; cdl class a driver; local driver; regional driver; team driver
53-3033.00  delivery driver; box truck driver; van driver; courier driver
53-7051.00  forklift operator; forklift driver; reach truck operator; fork lift operator
53-7062.00  material handler; mover; package handler; freight handler; loader; warehouse loader; dock worker
53-7065.00  warehouse associate; warehouse worker; warehouse operative; warehouse clerk; stocker; stock clerk;
            order picker; order selector; picker packer; fulfillment associate; stock associate; warehouse team member;
            warehouse laborer
"""


@cache
def common_titles() -> dict[str, str]:
    """The O*NET code of each title, by its words' stems in alphabetical order, short forms written out."""
    found: dict[str, str] = {}
    for row in CODES.strip().replace(";\n            ", "; ").splitlines():
        code, _, titles = row.partition("  ")
        found |= {title_key(stem for _, stem in term_keys(title)): code for title in titles.split("; ")}
    return found


def title_key(stems: Iterable[str]) -> str:
    """The key under which a title is looked up: its words in any order, short forms written out."""
    return " ".join(sorted(SHORT_FORMS.get(stem, stem) for stem in stems))
