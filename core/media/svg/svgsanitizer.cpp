// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/svg/svgsanitizer.h"

#include "core/media/mediaerrors.h"
#include "core/media/svg/svgpictures.h"
#include "core/media/svg/svgreferences.h"
#include "core/media/svg/svgsize.h"
#include "core/media/svg/svgstyle.h"
#include "core/media/svg/svgtext.h"
#include "core/media/svg/svgvocabulary.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace lightwell::svg {

using namespace Qt::StringLiterals;

namespace {

const QString svgNamespace = u"http://www.w3.org/2000/svg"_s;
const QString linkNamespace = u"http://www.w3.org/1999/xlink"_s;

class Sanitizer
{
public:
    Sanitizer(const QString &text, const SvgLimits &limits)
        : m_reader(text)
        , m_writer(&m_safe.document)
        , m_limits(limits)
    {
    }

    [[nodiscard]] Result<SafeSvg> run();
    [[nodiscard]] Result<QSize> rootAlone();

private:
    [[nodiscard]] Result<RootSize> readRoot();
    [[nodiscard]] bool isOurs(QStringView namespaceUri) const;
    void copyElement();
    [[nodiscard]] bool writeElement(const QString &name, ElementRole role);
    void writeAttributes(int node, ElementRole role, const QXmlStreamAttributes &attributes);
    void writeStyle(const QString &text);
    [[nodiscard]] std::optional<QString> safeAttribute(int node, const QString &name, const QString &value);
    void writeAddress(int node, ElementRole role, const QString &address);
    void writeSheet();
    void copyText();
    void skipElement();

    QXmlStreamReader m_reader;
    SafeSvg m_safe;
    QXmlStreamWriter m_writer;
    const SvgLimits &m_limits;
    ReferenceGraph m_graph;
    QString m_namespace; ///< of the outermost element: documents without any are drawn, too
    /// The elements that are open: what they are, and how many end marks to write for them.
    struct Open
    {
        int node = -1;
        ElementRole role = ElementRole::Group;
        int endMarks = 1;
    };
    QList<Open> m_open;
    double m_smallestDash = 0;
    int m_depth = 1; ///< of what is written: a symbol becomes two elements
    int m_written = 1;
    int m_rules = 0;
    int m_pictures = 0;
    qint64 m_picturePixels = 0;
};

bool Sanitizer::isOurs(QStringView namespaceUri) const
{
    return namespaceUri == m_namespace;
}

Result<RootSize> Sanitizer::readRoot()
{
    while (!m_reader.atEnd()) {
        const QXmlStreamReader::TokenType token = m_reader.readNext();
        if (token == QXmlStreamReader::DTD
            && (m_reader.text().contains(u'[') || !m_reader.entityDeclarations().isEmpty())) {
            return mediaerrors::drawingRefused();
        }
        if (token == QXmlStreamReader::StartElement) {
            break;
        }
    }
    m_namespace = m_reader.namespaceUri().toString();
    if (m_reader.hasError() || m_reader.name() != u"svg" || (!m_namespace.isEmpty() && m_namespace != svgNamespace)) {
        return mediaerrors::broken(ImageFormat::Svg);
    }
    const QXmlStreamAttributes attributes = m_reader.attributes();
    const auto said = [&attributes](const QString &name) { return attributes.value(QString(), name).toString(); };
    return rootSize(said(u"width"_s), said(u"height"_s), said(u"viewBox"_s));
}

Result<QSize> Sanitizer::rootAlone()
{
    const Result<RootSize> root = readRoot();
    return root ? Result<QSize>(root->pixels) : root.error();
}

Result<SafeSvg> Sanitizer::run()
{
    const Result<RootSize> root = readRoot();
    if (!root) {
        return root.error();
    }
    m_safe.size = root->pixels;
    // A line across the picture may fall into some ten thousand dashes, but not into millions.
    constexpr double maxDashes = 20'000;
    m_smallestDash = qMax(root->viewBox.width(), root->viewBox.height()) / maxDashes;
    m_writer.writeNamespace(linkNamespace, u"xlink"_s);
    m_writer.writeDefaultNamespace(svgNamespace);
    m_writer.writeStartElement(svgNamespace, u"svg"_s);
    m_writer.writeAttribute(u"width"_s, QString::number(root->pixels.width()));
    m_writer.writeAttribute(u"height"_s, QString::number(root->pixels.height()));
    m_writer.writeAttribute(u"viewBox"_s, root->viewBoxText());
    m_open.append({m_graph.add(-1, {1, 0}), ElementRole::Group, 1});
    QXmlStreamAttributes attributes = m_reader.attributes();
    attributes.removeIf([](const QXmlStreamAttribute &attribute) {
        return attribute.name() == u"width" || attribute.name() == u"height" || attribute.name() == u"viewBox";
    });
    writeAttributes(m_open.last().node, ElementRole::Group, attributes);
    while (!m_reader.atEnd() && !m_open.isEmpty()) {
        switch (m_reader.readNext()) {
        case QXmlStreamReader::StartElement:
            copyElement();
            break;
        case QXmlStreamReader::EndElement:
            for (int marks = m_open.takeLast().endMarks; marks > 0; --marks) {
                m_writer.writeEndElement();
                --m_depth;
            }
            break;
        case QXmlStreamReader::Characters:
            copyText();
            break;
        default:
            break; // comments, instructions
        }
    }
    while (!m_reader.atEnd()) { // a second document behind the first is none of ours, and an error
        m_reader.readNext();
    }
    if (m_reader.hasError()) {
        return mediaerrors::broken(ImageFormat::Svg);
    }
    const std::optional<ReferenceGraph::Cost> cost = m_graph.total(m_limits.maxDepth);
    if (!cost || cost->drawn > m_limits.maxDrawn || cost->work > m_limits.maxWork || m_rules > m_limits.maxRules
        || m_written > m_limits.maxElements) {
        return mediaerrors::drawingTooDear();
    }
    return std::move(m_safe);
}

void Sanitizer::copyElement()
{
    const QString name = m_reader.name().toString();
    const ElementRole role = isOurs(m_reader.namespaceUri()) ? roleOf(name) : ElementRole::Silent;
    if (role == ElementRole::Style) {
        writeSheet();
    } else if (!writeElement(name, role)) {
        m_safe.dropped += role == ElementRole::Silent ? 0 : 1;
        skipElement();
    }
}

bool Sanitizer::writeElement(const QString &name, ElementRole role)
{
    const bool isText = m_open.last().role == ElementRole::Text;
    const bool takesElements = m_open.last().role == ElementRole::Group || isText;
    switch (role) {
    case ElementRole::Unknown:
    case ElementRole::Silent:
        return false;
    case ElementRole::Stop:
        if (m_open.last().role != ElementRole::Gradient) {
            return false;
        }
        break;
    case ElementRole::Text:
        if (isText != (name == "tspan"_L1) || !takesElements) {
            return false;
        }
        break;
    default:
        // A drawing in a drawing would need a frame of its own.
        if (!takesElements || isText || name == "svg"_L1) {
            return false;
        }
    }
    const bool isSymbol = name == "symbol"_L1; // shown by `use` alone
    const int marks = isSymbol ? 2 : 1;
    if (m_depth + marks >= m_limits.maxDepth) {
        return false;
    }
    const Open open {m_graph.add(m_open.last().node, {1, 0}), role, marks};
    m_depth += marks;
    m_written += marks;
    if (isSymbol) {
        m_writer.writeStartElement(svgNamespace, u"defs"_s);
    }
    m_writer.writeStartElement(svgNamespace, writtenName(name));
    writeAttributes(open.node, role, m_reader.attributes());
    m_open.append(open);
    return true;
}

void Sanitizer::writeAttributes(int node, ElementRole role, const QXmlStreamAttributes &attributes)
{
    QString address = attributes.value(QString(), u"href"_s).toString();
    if (address.isEmpty()) {
        address = attributes.value(linkNamespace, u"href"_s).toString();
    }
    for (const QXmlStreamAttribute &attribute : attributes) {
        const QString name = attribute.name().toString();
        if (!attribute.namespaceUri().isEmpty() || name == "href"_L1 || isSilentAttribute(name)) {
            continue;
        }
        if (name == "style"_L1) {
            writeStyle(attribute.value().toString());
        } else if (const std::optional<QString> safe = safeAttribute(node, name, attribute.value().toString())) {
            m_writer.writeAttribute(name, *safe);
        } else {
            ++m_safe.dropped;
        }
    }
    if (!address.isEmpty()) {
        writeAddress(node, role, address);
    }
}

void Sanitizer::writeStyle(const QString &text)
{
    const SafeStyle style = safeDeclarations(text, m_smallestDash);
    m_safe.dropped += style.dropped;
    if (!style.text.isEmpty()) {
        m_writer.writeAttribute(u"style"_s, style.text);
    }
}

std::optional<QString> Sanitizer::safeAttribute(int node, const QString &name, const QString &value)
{
    if (name == "id"_L1) {
        const QString id = localId(u'#' + value);
        // A second element of the same name would make it a matter of taste which one is shown.
        if (id.isEmpty() || m_graph.hasName(id)) {
            return std::nullopt;
        }
        m_graph.name(node, id);
        return id;
    }
    const std::optional<ValueKind> kind = attributeKind(name);
    const std::optional<SafeValue> safe = kind ? safeValue(*kind, value) : std::nullopt;
    if (!safe || (*kind == ValueKind::Dashes && dashSum(safe->text).value_or(m_smallestDash) < m_smallestDash)) {
        return std::nullopt;
    }
    m_graph.addWork(node, safe->work);
    return safe->text;
}

void Sanitizer::writeAddress(int node, ElementRole role, const QString &address)
{
    if (role == ElementRole::Image) {
        std::optional<SafePicture> picture;
        if (m_pictures < m_limits.maxPictures && m_picturePixels < m_limits.maxPicturePixels) {
            picture = safePicture(address, m_limits.maxPicturePixels - m_picturePixels);
        }
        if (!picture) {
            ++m_safe.dropped;
            return;
        }
        ++m_pictures;
        m_picturePixels += picture->pixels;
        constexpr qint64 pixelsPerStep = 64;
        m_graph.addWork(node, picture->pixels / pixelsPerStep);
        m_writer.writeAttribute(linkNamespace, u"href"_s, picture->address);
        return;
    }
    const QString id = localId(address);
    if ((role != ElementRole::Shape && role != ElementRole::Gradient) || id.isEmpty()) {
        ++m_safe.dropped;
        return;
    }
    m_graph.show(node, id);
    m_writer.writeAttribute(linkNamespace, u"href"_s, u'#' + id);
}

void Sanitizer::writeSheet()
{
    const QString text = m_reader.readElementText(QXmlStreamReader::SkipChildElements);
    if (m_open.last().role != ElementRole::Group) {
        ++m_safe.dropped;
        return;
    }
    const SafeStyle style = safeSheet(text, m_smallestDash);
    m_safe.dropped += style.dropped;
    m_rules += style.rules;
    if (!style.text.isEmpty()) {
        ++m_written;
        m_writer.writeStartElement(svgNamespace, u"style"_s);
        m_writer.writeCharacters(style.text);
        m_writer.writeEndElement();
    }
}

void Sanitizer::copyText()
{
    if (m_open.last().role != ElementRole::Text) {
        return;
    }
    QString text = m_reader.text().toString();
    text.replace(u'\r', u' ').replace(u'\n', u' ').replace(u'\t', u' ');
    constexpr qint64 stepsPerLetter = 32; // of which an outline is made
    m_graph.addWork(m_open.last().node, text.size() * stepsPerLetter);
    m_writer.writeCharacters(text);
}

void Sanitizer::skipElement()
{
    for (int depth = 1; depth > 0 && !m_reader.atEnd();) {
        switch (m_reader.readNext()) {
        case QXmlStreamReader::StartElement:
            ++depth;
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            break;
        default:
            break;
        }
    }
}

/// The text of the document, once nothing in it can hurt a reader of XML.
Result<QString> boundedText(const QByteArray &bytes, const SvgLimits &limits)
{
    if (bytes.size() > limits.maxBytes) {
        return mediaerrors::tooManyBytes(bytes.size(), limits.maxBytes);
    }
    const std::optional<QString> text = decodedText(bytes);
    if (!text) {
        return mediaerrors::drawingRefused();
    }
    switch (extentOf(*text, limits)) {
    case Extent::Beyond:
        return mediaerrors::drawingRefused();
    case Extent::Cut:
        return mediaerrors::broken(ImageFormat::Svg);
    case Extent::Within:
        break;
    }
    return *text;
}

} // namespace

Result<SafeSvg> sanitizeSvg(const QByteArray &bytes, const SvgLimits &limits)
{
    const Result<QString> text = boundedText(bytes, limits);
    return text ? Sanitizer(*text, limits).run() : text.error();
}

Result<QSize> svgSize(const QByteArray &bytes, const SvgLimits &limits)
{
    if (bytes.size() > limits.maxBytes) {
        return mediaerrors::tooManyBytes(bytes.size(), limits.maxBytes);
    }
    constexpr qsizetype longestHead = 64LL * 1024;
    const std::optional<QString> head = decodedText(bytes.left(longestHead));
    const std::optional<qsizetype> end = head ? endOfFirstMark(*head, limits) : std::nullopt;
    if (end) {
        return Sanitizer(head->left(*end), limits).rootAlone();
    }
    const bool isCut = head && bytes.size() <= longestHead && extentOf(*head, limits) == Extent::Cut;
    return isCut ? mediaerrors::broken(ImageFormat::Svg) : mediaerrors::drawingRefused();
}

} // namespace lightwell::svg
