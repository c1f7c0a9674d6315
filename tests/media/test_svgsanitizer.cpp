// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing from outside, written anew: what it may say stays, everything that could open, run or blow up goes.
#include "core/media/codec.h"
#include "core/media/svg/svgreferences.h"
#include "core/media/svg/svgsanitizer.h"
#include "core/media/svg/svgstyle.h"
#include "core/media/svg/svgtext.h"
#include "core/media/svg/svgvalues.h"
#include "tests/support/testpictures.h"

#include <QStringEncoder>

using namespace lightwell;
using namespace lightwell::svg;
using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                        " width=\"64\" height=\"48\">";

QByteArray drawing(const QByteArray &content)
{
    return head + content + "</svg>";
}

/// What stands between the outermost marks of the written document.
QByteArray inner(const QByteArray &document)
{
    const qsizetype begin = document.indexOf('>') + 1;
    return document.endsWith("/>") && begin == document.size()
        ? QByteArray()
        : document.mid(begin, document.lastIndexOf("</svg>") - begin);
}

QByteArray dataUrl(ImageFormat format)
{
    return "data:image/" + formatName(format).toLatin1() + ";base64,"
        + encodeImage(test::discPicture({16, 12}), {.format = format})->toBase64();
}

/// Levels of ten that show ten each.
QByteArray useBomb(int levels)
{
    QByteArray content = "<defs><g id=\"a0\"><rect width=\"64\" height=\"48\"/></g>";
    for (int level = 1; level <= levels; ++level) {
        content += "<g id=\"a" + QByteArray::number(level) + "\">"
            + QByteArray("<use xlink:href=\"#a" + QByteArray::number(level - 1) + "\"/>").repeated(10) + "</g>";
    }
    return drawing(content + "</defs><use xlink:href=\"#a" + QByteArray::number(levels) + "\"/>");
}

} // namespace

class TestSvgSanitizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void content_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<int>("dropped");
        const auto row = [](const QByteArray &name, const QByteArray &content, const QByteArray &written, int dropped) {
            QTest::newRow(name.constData()) << content << written << dropped;
        };
        // What drawings are made of.
        row("shapes", "<g fill=\"#123\"><rect x=\"1\" y=\"2px\" width=\"50%\" height=\"4.5e1\" rx=\".5\"/></g>",
            "<g fill=\"#123\"><rect x=\"1\" y=\"2px\" width=\"50%\" height=\"4.5e1\" rx=\".5\"/></g>", 0);
        row("path", "<path d=\"M1,2 l-.5.5a1 1 0 01.5.5z\" fill=\"none\"/>",
            "<path d=\"M1,2 l-.5.5a1 1 0 01.5.5z\" fill=\"none\"/>", 0);
        row("transform", "<g transform=\"translate(1,2) rotate(-45) matrix(1 0 0 1 5 6)\"/>",
            "<g transform=\"translate(1,2) rotate(-45) matrix(1 0 0 1 5 6)\"/>", 0);
        row("gradient",
            "<defs><linearGradient id=\"g\" x1=\"0\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs>"
            "<rect fill=\"url('#g')\"/>",
            "<defs><linearGradient id=\"g\" x1=\"0\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs>"
            "<rect fill=\"url(#g)\"/>",
            0);
        row("use", "<g id=\"a\"/><use href=\"#a\" x=\"3\"/>", "<g id=\"a\"/><use x=\"3\" xlink:href=\"#a\"/>", 0);
        row("symbol", "<symbol id=\"s\"><path d=\"M0 0\"/></symbol>", "<defs><g id=\"s\"><path d=\"M0 0\"/></g></defs>",
            0);
        row("text",
            "<text x=\"1\" font-family=\"'DejaVu Sans', serif\">a &amp; <tspan font-weight=\"700\">b</tspan></text>",
            "<text x=\"1\" font-family=\"'DejaVu Sans', serif\">a &amp; <tspan font-weight=\"700\">b</tspan></text>",
            0);
        row("sheet", "<style type=\"text/css\"><![CDATA[ .a, #b>path { FILL : #FFF !important; } ]]></style>",
            "<style>.a, #b&gt;path{fill:#FFF}</style>", 0);
        row("style", "<path style=\"fill: rgb(1, 2, 3); stroke-width:2px;\"/>",
            "<path style=\"fill:rgb(1, 2, 3);stroke-width:2px\"/>", 0);
        row("link", "<a href=\"#x\"><path/></a>", "<g><path/></g>", 1);
        row("titles and editors",
            "<title>x</title><i:x xmlns:i=\"urn:i\"><path/></i:x><path i:y=\"1\" xmlns:i=\"urn:i\"/>", "<path/>", 0);
        row("comments and instructions", "<!-- x --><?xml-stylesheet href=\"file:///etc/passwd\"?><path/>", "<path/>",
            0);

        // Addresses.
        for (const char *address : {"/etc/passwd", "file:///etc/passwd", "http://a.example/x.png", "//a.example/x",
                                    "x.svg#a", "data:image/svg+xml;base64,PHN2Zy8+", "data:text/html,x",
                                    "javascript:alert(1)", "", "#", "\\\\host\\x.png", "qrc:/x.png", ":/x.png"}) {
            for (const char *attribute : {"href", "xlink:href"}) {
                const QByteArray name = QByteArray(address) + ' ' + attribute;
                const QByteArray said = QByteArray(attribute) + "=\"" + address + '"';
                row("image " + name, "<image width=\"9\" " + said + "/>", "<image width=\"9\"/>", *address ? 1 : 0);
                row("use " + name, "<use " + said + "/>", "<use/>", *address ? 1 : 0);
                row("gradient " + name, "<radialGradient " + said + "/>", "<radialGradient/>", *address ? 1 : 0);
            }
        }
        row("a picture is no shape", "<use href=\"" + dataUrl(ImageFormat::Png) + "\"/>", "<use/>", 1);
        row("a shape is no picture", "<image href=\"#a\"/>", "<image/>", 1);
        row("prefixes are names for namespaces",
            "<s:image xmlns:s=\"http://www.w3.org/2000/svg\" xmlns:q=\"http://www.w3.org/1999/xlink\" q:href=\"/x\"/>",
            "<image/>", 1);
        row("the prefix alone means nothing", "<image xmlns:xlink=\"urn:other\" xlink:href=\"/x\"/>", "<image/>", 0);
        row("xml:base", "<g xml:base=\"file:///etc/\"><path/></g>", "<g><path/></g>", 0);
        row("XInclude", "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>", "", 0);

        // Paint, style and style sheets that name something.
        for (const char *paint : {"url(/x)", "url(x.svg#a)", "url( http://a/ )", "URL(#a)", "u\\72l(#a)", "ur/**/l(#a)",
                                  "url(#a) url(/x)", "url(\"#a')", "url('#a'/x)", "image(/x)", "url(#a", "url (#a)",
                                  "url(#a)/x", "expression(1)", "var(--x)"}) {
            const QByteArray text(paint);
            QByteArray quoted = text;
            quoted.replace('"', "&quot;");
            row("fill " + text, "<path fill=\"" + quoted + "\"/>", "<path/>", 1);
            row("style " + text, "<path style=\"fill:" + quoted + "\"/>", "<path/>", 1);
            row("sheet " + text, "<style>path{fill:" + text + "}</style>", "", 1);
        }
        for (const char *sheet :
             {"@import url(/x);", "@IMPORT '/x';", "@font-face{font-family:x;src:url(/x)}",
              "@media all{path{fill:red}}", "path:hover{fill:red}", "path[x]{fill:red}", "\\40 import '/x';",
              "path{fill:red", "path{background:url(/x)}", "path{-moz-binding:url(/x)}", "path{src:url(/x)}"}) {
            const Result<SafeSvg> safe = sanitizeSvg(drawing("<style>" + QByteArray(sheet) + "</style>"));
            QVERIFY(safe.ok());
            row(sheet, "<style>" + QByteArray(sheet) + "</style>", inner(safe->document), safe->dropped);
            QVERIFY2(safe->dropped > 0 && !inner(safe->document).contains("url("), sheet);
        }
        row("a comment in a sheet", "<style>/* path{ */path{fill:/**/red}</style>", "<style>path{fill:red}</style>", 0);

        // What acts.
        row("script", "<script>alert(1)</script><path onclick=\"alert(1)\"/>", "<path/>", 2);
        row("foreign content", "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>", "", 1);
        row("animation", "<path><set attributeName=\"href\" to=\"/x\"/><animate/></path>", "<path/>", 2);
        row("a drawing in a drawing", "<svg><path/></svg>", "", 1);
        row("filters, masks, patterns",
            "<filter id=\"f\"><feImage href=\"/x\"/></filter><mask/><pattern/>"
            "<path filter=\"url(#f)\" mask=\"url(#f)\"/>",
            "<path/>", 5);
        row("video and sound", "<video href=\"/x\"/><audio/><handler/><listener/><iframe/><embed/>", "", 6);

        // Numbers.
        for (const char *number :
             {"nan", "inf", "1e9", "-2e7", "1e999", "0x10", "1 2", "1;2", "--1", "1e", "calc(1)"}) {
            row(number, "<rect width=\"" + QByteArray(number) + "\"/>", "<rect/>", 1);
        }
        row("a path of nonsense", "<path d=\"M0 0 B1 1\"/>", "<path/>", 1);
        row("a point too far", "<polygon points=\"0 0 1e8 1\"/>", "<polygon/>", 1);
        row("a huge letter", "<text font-size=\"1e6\">x</text>", "<text>x</text>", 1);
        row("tiny dashes", "<path stroke-dasharray=\"0.0001\" style=\"stroke-dasharray:.0001,.0001\"/>", "<path/>", 2);
        row("fair dashes", "<path stroke-dasharray=\"2, 1\"/>", "<path stroke-dasharray=\"2, 1\"/>", 0);
        row("the second of a name", "<path id=\"a\"/><rect id=\"a\"/>", "<path id=\"a\"/><rect/>", 1);
    }
    void content()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, written);
        QFETCH(const int, dropped);
        const Result<SafeSvg> safe = sanitizeSvg(drawing(content));
        QVERIFY(safe.ok());
        QCOMPARE(inner(safe->document), written);
        QCOMPARE(safe->dropped, dropped);
        const Result<SafeSvg> again = sanitizeSvg(safe->document);
        QVERIFY(again.ok());
        QCOMPARE(again->document, safe->document);
        QCOMPARE(again->dropped, 0);
    }

    void pictures_data()
    {
        QTest::addColumn<ImageFormat>("format");
        for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Gif}) {
            QTest::newRow(qPrintable(formatName(format))) << format;
        }
    }
    void pictures()
    {
        QFETCH(const ImageFormat, format);
        const Result<SafeSvg> safe = sanitizeSvg(drawing("<image xlink:href=\"" + dataUrl(format) + "\"/>"));
        QVERIFY(safe.ok());
        QCOMPARE(safe->dropped, 0);
        const QByteArray begin = "<image xlink:href=\"data:image/png;base64,";
        QVERIFY(inner(safe->document).startsWith(begin));
        const QByteArray png =
            QByteArray::fromBase64(inner(safe->document).mid(begin.size()).chopped(qsizetype(strlen("\"/>"))));
        QCOMPARE(probeImage(png)->format, ImageFormat::Png);
        QCOMPARE(probeImage(png)->size, QSize(16, 12));
        QCOMPARE(sanitizeSvg(safe->document)->document, safe->document);
    }

    void picturesThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("a drawing that says PNG") << "data:image/png;base64," + drawing("").toBase64();
        QTest::newRow("a page that says PNG") << "data:image/png;base64," + QByteArray("<html>").toBase64();
        QTest::newRow("half a picture") << dataUrl(ImageFormat::Png).left(60);
        QTest::newRow("no base64") << QByteArray("data:image/png;base64,%%%%");
        QTest::newRow("TIFF") << "data:image/tiff;base64,"
                + encodeImage(test::discPicture({4, 4}), {.format = ImageFormat::Tiff})->toBase64();
        QTest::newRow("AVIF that says PNG") << "data:image/png;base64,"
                + encodeImage(test::discPicture({4, 4}), {.format = ImageFormat::Avif})->toBase64();
        QTest::newRow("too large") << "data:image/png;base64,"
                + encodeImage(QImage(6000, 6000, QImage::Format_RGB32), {})->toBase64();
    }
    void picturesThatAreNone()
    {
        QFETCH(const QByteArray, address);
        const Result<SafeSvg> safe = sanitizeSvg(drawing("<image href=\"" + address + "\"/>"));
        QVERIFY(safe.ok());
        QCOMPARE(inner(safe->document), "<image/>");
        QCOMPARE(safe->dropped, 1);
    }

    void picturesAreCounted()
    {
        const QByteArray image = "<image href=\"" + dataUrl(ImageFormat::Png) + "\"/>";
        const Result<SafeSvg> safe = sanitizeSvg(drawing(image.repeated(40)));
        QVERIFY(safe.ok());
        QCOMPARE(safe->document.count("data:"), SvgLimits().maxPictures);
        QCOMPARE(safe->dropped, 40 - SvgLimits().maxPictures);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("document");
        const QByteArray root = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no drawing") << QByteArray("<html xmlns=\"http://www.w3.org/2000/svg\"/>");
        QTest::newRow("another's") << QByteArray("<svg xmlns=\"urn:x\"/>");
        QTest::newRow("not closed") << drawing("<g>");
        QTest::newRow("two") << root + root;
        QTest::newRow("entity") << "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + drawing("<text>&x;</text>");
        QTest::newRow("inner document type") << "<!DOCTYPE svg [ ]>" + root;
        QTest::newRow("hidden by quotes") << "<!DOCTYPE svg SYSTEM '\"' \">\" [<!ENTITY x \"y\">]>" + root;
        QTest::newRow("undeclared entity") << drawing("<text>&x;</text>");
        QTest::newRow("UTF-7") << "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + root;
        QTest::newRow("EBCDIC") << "<?xml version=\"1.0\" encoding='cp037'?>" + root;
        QTest::newRow("not UTF-8") << drawing("<text>\xff\xfe\xfd</text>");
        QTest::newRow("nested too deep") << drawing(QByteArray("<g>").repeated(200) + QByteArray("</g>").repeated(200));
        QTest::newRow("a million elements") << drawing(QByteArray("<g/>").repeated(1'000'000));
        QTest::newRow("unseen elements") << drawing("<!--> <![CDATA[ -->" + QByteArray("<g/>").repeated(200'000)
                                                    + "<!-- ]]> -->");
        QByteArray attributes = "<g";
        for (int i = 0; i < 1000; ++i) {
            attributes += " a" + QByteArray::number(i) + "=''";
        }
        QTest::newRow("a thousand attributes") << drawing(attributes + "/>");
        QTest::newRow("a long name") << drawing("<" + QByteArray(100'000, 'a') + "/>");
        QTest::newRow("shows itself") << drawing("<g id=\"a\"><use xlink:href=\"#a\"/></g>");
        QTest::newRow("shows what shows it")
            << drawing("<use id=\"a\" href=\"#b\"/><use id=\"b\" href=\"#c\"/><use id=\"c\" href=\"#a\"/>");
        QTest::newRow("shows the whole") << head.chopped(1) + " id=\"r\"><use href=\"#r\"/></svg>";
        QTest::newRow("gradients in a ring")
            << drawing("<linearGradient id=\"a\" href=\"#b\"/><linearGradient id=\"b\" href=\"#a\"/>");
        QByteArray chain;
        for (int i = 0; i < 5000; ++i) {
            chain += "<use id=\"a" + QByteArray::number(i) + "\" href=\"#a" + QByteArray::number(i + 1) + "\"/>";
        }
        QTest::newRow("a long chain") << drawing(chain);
        QTest::newRow("ten to the seventh") << useBomb(7);
        QTest::newRow("ten to the fiftieth") << useBomb(50);
        QTest::newRow("a long path shown often")
            << drawing("<path id=\"p\" d=\"M0 0" + QByteArray(" 1 1").repeated(50'000) + "\"/>"
                       + QByteArray("<use href=\"#p\"/>").repeated(200));
        QTest::newRow("rules") << drawing("<style>" + QByteArray("path{fill:red}").repeated(2000) + "</style>");
        QTest::newRow("too many bytes") << drawing(QByteArray(17LL * 1024 * 1024, ' '));
    }
    void refused()
    {
        QFETCH(const QByteArray, document);
        const Result<SafeSvg> safe = sanitizeSvg(document);
        QVERIFY(!safe.ok());
        QCOMPARE(safe.error().kind, ErrorKind::Invalid);
        QCOMPARE(safe.error().billing, Billing::NotBilled);
        QVERIFY(!safe.error().reason.isEmpty());
    }

    /// Cut off, or with marks that no reader of XML takes: that is another thing than what is not drawn for safety.
    void damageIsNoRefusal_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<bool>("isDamaged");
        const QByteArray groups = QByteArray("<g>").repeated(200'000);
        QTest::newRow("cut in a tag") << head + "<path d=\"M0 0" << true;
        QTest::newRow("cut in a comment") << head + "<!-- abc" << true;
        QTest::newRow("cut at the end") << head + "</svg" << true;
        QTest::newRow("cut in its head") << head.left(30) << true;
        QTest::newRow("cut in groups") << head + groups << true;
        QTest::newRow("a tag in a tag") << head + "<g <g/>></svg>" << true;
        QTest::newRow("closed twice") << drawing("</g>") << true;
        QTest::newRow("nested too deep") << drawing(groups + QByteArray("</g>").repeated(200'000)) << false;
        QTest::newRow("too many elements") << drawing(QByteArray("<g/>").repeated(200'000)) << false;
        QTest::newRow("entities") << "<!DOCTYPE svg [<!ENTITY x \"y\">]>" + drawing("") << false;
    }
    void damageIsNoRefusal()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const bool, isDamaged);
        const Result<SafeSvg> safe = sanitizeSvg(document);
        QVERIFY(!safe.ok());
        QCOMPARE(isDamage(safe.error()), isDamaged);
    }

    void sizes_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QSize>("size");
        QTest::newRow("both") << QByteArray("width=\"40\" height=\"30px\"") << QSize(40, 30);
        QTest::newRow("inches") << QByteArray("width=\"1in\" height=\"25.4mm\"") << QSize(96, 96);
        QTest::newRow("view box") << QByteArray("viewBox=\"0 0 20,10\"") << QSize(20, 10);
        QTest::newRow("percents") << QByteArray("width=\"100%\" height=\"100%\" viewBox=\"-5 -5 20 10\"")
                                  << QSize(20, 10);
        QTest::newRow("one side") << QByteArray("width=\"50\" viewBox=\"0 0 20 10\"") << QSize(50, 25);
        QTest::newRow("none") << QByteArray() << QSize(300, 150);
        QTest::newRow("no lengths") << QByteArray("width=\"-4\" height=\"wide\" viewBox=\"0 0 20 10\"")
                                    << QSize(20, 10);
        QTest::newRow("nothing wide") << QByteArray("width=\"0\" height=\"0\" viewBox=\"0 0 20 10\"") << QSize(20, 10);
        QTest::newRow("endless") << QByteArray("width=\"1e400\" height=\"1e300\" viewBox=\"0 0 20 10\"")
                                 << QSize(20, 10);
        QTest::newRow("huge") << QByteArray("width=\"20000\" height=\"10000\" viewBox=\"0 0 20 10\"")
                              << QSize(4096, 2048);
        QTest::newRow("huge without a view box") << QByteArray("width=\"1e6\" height=\"1e3\"") << QSize(4096, 4);
        QTest::newRow("less than a pixel") << QByteArray("width=\"0.1\" height=\"0.1\"") << QSize(1, 1);
    }
    void sizes()
    {
        QFETCH(const QByteArray, attributes);
        QFETCH(const QSize, size);
        const QByteArray document = "<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + "/>";
        QCOMPARE(svgSize(document).value(), size);
        const Result<SafeSvg> safe = sanitizeSvg(document);
        QVERIFY(safe.ok());
        QCOMPARE(safe->size, size);
        QCOMPARE(svgSize(safe->document).value(), size);
        QCOMPARE(sanitizeSvg(safe->document)->document, safe->document);
    }

    void encodings()
    {
        const QString text = QString::fromUtf8(drawing("<text>\xc3\xa4</text>"));
        for (const QStringConverter::Encoding encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
            const QByteArray bytes = encoder.encode(text);
            const Result<SafeSvg> safe = sanitizeSvg(bytes);
            QVERIFY(safe.ok());
            QCOMPARE(inner(safe->document), "<text>\xc3\xa4</text>");
            QCOMPARE(sniffFormat(bytes), ImageFormat::Svg);
        }
        QCOMPARE(
            inner(sanitizeSvg("<?xml version='1.0' encoding='ISO-8859-1'?>" + drawing("<text>\xe4</text>"))->document),
            "<text>\xc3\xa4</text>");
        QCOMPARE(inner(sanitizeSvg("\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>" + text.toUtf8())->document),
                 "<text>\xc3\xa4</text>");
        QCOMPARE(inner(sanitizeSvg("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/x.dtd'>"
                                   + drawing("<path/>"))
                           ->document),
                 "<path/>");
        QVERIFY(!decodedText("<?xml version='1.0' encoding='utf-16'?><svg/>"));
    }

    void withoutNamespace()
    {
        const Result<SafeSvg> safe = sanitizeSvg("<svg width=\"4\" height=\"4\"><path d=\"M0 0\"/></svg>");
        QVERIFY(safe.ok());
        QCOMPARE(inner(safe->document), "<path d=\"M0 0\"/>");
        QVERIFY(safe->document.startsWith("<svg xmlns"));
    }

    /// Saturates, where a number would overflow.
    void graphCountsWithoutWalking()
    {
        ReferenceGraph graph;
        const int root = graph.add(-1, {1, 0});
        for (int level = 0; level < 90; ++level) {
            const int group = graph.add(root, {1, 5});
            graph.name(group, u"a%1"_s.arg(level));
            for (int i = 0; level > 0 && i < 10; ++i) {
                graph.show(graph.add(group, {1, 0}), u"a%1"_s.arg(level - 1));
            }
        }
        const auto total = graph.total(400);
        QVERIFY(total.has_value());
        QCOMPARE(total->drawn, 1LL << 62);
        QCOMPARE(total->work, 1LL << 62);
    }
};

QTEST_GUILESS_MAIN(TestSvgSanitizer)
#include "test_svgsanitizer.moc"
