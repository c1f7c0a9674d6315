// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/modelcard.h"

#include <QFile>

#include <cmark.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

struct FreeNode
{
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
struct FreeWalk
{
    void operator()(cmark_iter *walk) const { cmark_iter_free(walk); }
};
struct FreeText
{
    void operator()(char *text) const { cmark_get_default_mem_allocator()->free(text); }
};

using Node = std::unique_ptr<cmark_node, FreeNode>;

constexpr int options = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8; ///< safe without a word: raw HTML is left out

Node parsed(const QByteArray &document)
{
    return Node(cmark_parse_document(document.constData(), static_cast<size_t>(document.size()), options));
}

/// The text of a document as a walk over its nodes comes by.
class TextWriter
{
public:
    void visit(cmark_node *node, bool isEntered)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
            m_text += QString::fromUtf8(cmark_node_get_literal(node));
            break;
        case CMARK_NODE_CODE_BLOCK:
            m_text += QString::fromUtf8(cmark_node_get_literal(node)) + u'\n';
            break;
        case CMARK_NODE_SOFTBREAK:
            m_text += u' ';
            break;
        case CMARK_NODE_LINEBREAK:
            m_text += u'\n';
            break;
        case CMARK_NODE_LINK:
            if (!isEntered) {
                m_text += u" (%1)"_s.arg(QString::fromUtf8(cmark_node_get_url(node)));
            }
            break;
        case CMARK_NODE_ITEM:
            if (isEntered) {
                m_text += u"- "_s;
            }
            break;
        case CMARK_NODE_LIST:
            if (!isEntered && cmark_node_get_list_tight(node) != 0) {
                m_text += u'\n';
            }
            break;
        case CMARK_NODE_HEADING:
        case CMARK_NODE_PARAGRAPH:
            if (!isEntered) {
                m_text += isInTightList(node) ? u"\n"_s : u"\n\n"_s;
            }
            break;
        default:
            break;
        }
    }
    [[nodiscard]] QString text() const { return m_text.trimmed(); }

private:
    static bool isInTightList(cmark_node *node)
    {
        cmark_node *item = cmark_node_parent(node);
        return item && cmark_node_get_type(item) == CMARK_NODE_ITEM
            && cmark_node_get_list_tight(cmark_node_parent(item)) != 0;
    }
    QString m_text;
};

} // namespace

QByteArray modelCard(const QString &family)
{
    QFile file(u":/lightwell/catalog/cards/%1.md"_s.arg(family));
    const bool isPlain = !family.isEmpty() && !family.contains(u'/'); // a user's model may say anything
    return isPlain && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString markdown::toHtml(const QByteArray &document)
{
    const Node root = parsed(document);
    const std::unique_ptr<char, FreeText> html(cmark_render_html(root.get(), options));
    return QString::fromUtf8(html.get());
}

QString markdown::toText(const QByteArray &document)
{
    const Node root = parsed(document);
    const std::unique_ptr<cmark_iter, FreeWalk> walk(cmark_iter_new(root.get()));
    TextWriter writer;
    for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
        writer.visit(cmark_iter_get_node(walk.get()), event == CMARK_EVENT_ENTER);
    }
    return writer.text();
}

} // namespace lightwell
