/** A company that buys from Fjord & Polder. `owner` is the seller who looks after it. */
export interface Customer {
  id: string;
  name: string;
  city: string;
  contact: string;
  owner: string;
}

export const CUSTOMERS: readonly Customer[] = [
  customer("noordkade", "Noordkade Scheepswerf", "Vlissingen", "Karin Boonstra", "joris"),
  customer("solberg", "Solberg Kaffebrenneri", "Bergen", "Håvard Solberg", "signe"),
  customer("hvidsten", "Hvidsten Byg", "Aarhus", "Mette Hvidsten", "emil"),
  customer("leiestroom", "Kliniek Leiestroom", "Kortrijk", "Dr. Ann Declercq", "sofie"),
  customer("oulu", "Oulun Sähköasennus", "Oulu", "Pekka Laine", "aino"),
  customer("ardenne", "Ardenne Bois", "Bastogne", "Luc Thiry", "bram"),
  customer("kylteknik", "Malmö Kylteknik", "Malmö", "Johanna Strand", "elif"),
  customer("offshore", "Ryfylke Offshore Service", "Stavanger", "Terje Aasen", "signe"),
  customer("maasoever", "Ziekenhuis Maasoever", "Maastricht", "Peter Thissen", "joris"),
  customer("zuivel", "Texelse Zuivel", "Den Burg", "Wieke Bremer", "daan"),
  customer("lindgaard", "Hotel Lindgaard", "Odense", "Søren Lindgaard", "freja"),
  customer("kroon", "Brouwerij De Kroon", "Roeselare", "Stijn Maes", "sofie"),
  customer("glasvaerk", "Fyns Glasværk", "Svendborg", "Birgitte Krogh", "emil"),
  customer("portolis", "Porto Lis Conservas", "Matosinhos", "Inês Carvalho", "mateus"),
  customer("lumen", "Lumen Installatie", "Utrecht", "Ravi Sewnarain", "seun"),
  customer("fiskeeksport", "Tromsø Fiskeeksport", "Tromsø", "Ragnhild Berg", "signe"),
  customer("gotahamn", "Göta Hamnbolag", "Göteborg", "Anders Wallin", "elif"),
  customer("kempen", "Bouwgroep Kempen", "Turnhout", "Els Verbruggen", "bram"),
  customer("ijssel", "Transport IJsselmond", "Kampen", "Gerrit Drost", "daan"),
  customer("saimaa", "Saimaan Sahat", "Lappeenranta", "Juha Ranta", "aino"),
  customer("vindmark", "Vindmark Service", "Esbjerg", "Kasper Toft", "freja"),
  customer("waddenzon", "Waddenzon Energie", "Leeuwarden", "Sjoerd Hiemstra", "seun"),
  customer("brugse", "Brugse Kantfabriek", "Brugge", "Greet Lambrecht", "sofie"),
  customer("norrsken", "Norrsken Gruv", "Kiruna", "Elsa Niia", "elif"),
  customer("veluwe", "Veluwe Zorggroep", "Apeldoorn", "Marloes ten Brink", "joris"),
  customer("alentejo", "Cortiça do Alentejo", "Évora", "Duarte Moniz", "mateus"),
  customer("hansen", "Murermester Hansen & Søn", "Roskilde", "Ole Hansen", "emil"),
  customer("turku", "Turun Telakkahuolto", "Turku", "Satu Heikkilä", "aino"),
  customer("schelde", "Schelde Chemie", "Terneuzen", "Ilse Goethals", "joris"),
  customer("bergslag", "Bergslagens Stål", "Borlänge", "Mikael Hedin", "elif"),
  customer("meuse", "Fonderie de la Meuse", "Liège", "Nathalie Grosjean", "bram"),
  customer("delta", "Delta Groenten", "Naaldwijk", "Arjan Vreugdenhil", "daan"),
  customer("lofot", "Lofoten Rederi", "Svolvær", "Kjell Myhre", "signe"),
  customer("skane", "Skåne Bageri", "Lund", "Camilla Friberg", "freja"),
  customer("amstel", "Amstel Evenementen", "Amsterdam", "Yvonne Pinas", "seun"),
  customer("douro", "Quinta do Douro Alto", "Peso da Régua", "Teresa Vaz", "mateus"),
];

function customer(id: string, name: string, city: string, contact: string, owner: string): Customer {
  return { id, name, city, contact, owner };
}
