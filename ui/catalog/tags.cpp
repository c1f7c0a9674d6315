// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/tags.h"

#include "ui/widgets/stylepainting.h"

#include <QPainter>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 8; ///< between the word and the border
constexpr int gap = 4;

QFont small(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.86);
    return font;
}

void paintOne(QPainter *painter, const QRect &box, const QString &word, const Tokens &tokens)
{
    painting::roundedBox(painter, QRectF(box), box.height() / 2.0, tokens.raised, tokens.line);
    painter->setPen(tokens.text);
    painter->drawText(box, Qt::AlignCenter, word);
}

} // namespace

QSize tags::sizeOf(const QString &word, const QFont &font)
{
    const QFontMetrics metrics(small(font));
    return {metrics.horizontalAdvance(word) + 2 * side, metrics.height() + 4};
}

void tags::paint(QPainter *painter, const QRect &room, const QStringList &words, const QFont &font,
                 const Tokens &tokens)
{
    painter->setFont(small(font));
    int left = room.left();
    for (qsizetype place = 0; place < words.size(); ++place) {
        const bool isLast = place == words.size() - 1;
        const QString more = u"+%1"_s.arg(words.size() - place);
        const int behind = isLast ? 0 : gap + sizeOf(more, font).width();
        const bool fits = left + sizeOf(words.at(place), font).width() + behind <= room.right() + 1;
        const QString word = fits ? words.at(place) : more;
        const QSize size = sizeOf(word, font);
        paintOne(painter, QRect(left, room.center().y() - size.height() / 2 + 1, size.width(), size.height()), word,
                 tokens);
        if (!fits) {
            return;
        }
        left += size.width() + gap;
    }
}

Tag::Tag(const QString &word, QWidget *parent)
    : QWidget(parent)
    , m_word(word)
{
    setAccessibleName(word);
}

QSize Tag::sizeHint() const
{
    return tags::sizeOf(m_word, font()) + QSize(0, 2);
}

void Tag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(small(font()));
    paintOne(&painter, rect(), m_word, tokensOf(palette()));
}

} // namespace lightwell
