//! The properties of the document as XMP, which also says that it keeps to PDF/UA.

use crate::report::pdf::Properties;
use crate::report::safe_text::safe_line;

/// The program that made the file.
pub(super) const CREATOR: &str = "Career Coach";

/// The packet.
pub(super) fn xmp(properties: &Properties) -> String {
    let author = properties.author.as_deref().map_or_else(String::new, |author| {
        format!("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", escaped(author))
    });
    let date =
        properties.date.map_or_else(String::new, |date| format!("<xmp:CreateDate>{date}</xmp:CreateDate>"));
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>{author}\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>{date}<pdfuaid:part>1</pdfuaid:part>\
         </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>",
        title = escaped(&properties.title),
        language = escaped(&properties.language),
    )
}

fn escaped(text: &str) -> String {
    safe_line(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
