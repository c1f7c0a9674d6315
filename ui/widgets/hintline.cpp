// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hintline.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>
#include <QStyle>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int between = 16; ///< two hints
constexpr int betweenKeys = 3;
constexpr int besideWord = 6;
constexpr int keyRadius = 4;

} // namespace

HintLine::HintLine(const QString &objectName, const QList<Hint> &hints, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(tr("Keys"));
    setHints(hints);
}

void HintLine::setHints(const QList<Hint> &hints)
{
    m_hints = hints;
    m_hints.removeIf([](const Hint &hint) { return hint.keys.contains(QString()); });
    QStringList all;
    for (const Hint &hint : std::as_const(m_hints)) {
        all.append(hint.keys.join(u' ') + u": "_s + hint.what);
    }
    setAccessibleDescription(all.join(u", "_s));
    update();
}

QSize HintLine::sizeHint() const
{
    return {200, QFontMetrics(smallFont(font())).height() + 8};
}

int HintLine::keyWidth(const QString &key) const
{
    return std::max(QFontMetrics(smallFont(font())).horizontalAdvance(key) + 11, 20);
}

int HintLine::widthOf(const Hint &hint) const
{
    int width = QFontMetrics(smallFont(font())).horizontalAdvance(hint.what) + besideWord;
    for (const QString &key : hint.keys) {
        width += keyWidth(key) + betweenKeys;
    }
    return width - betweenKeys;
}

void HintLine::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setFont(smallFont(font()));
    int left = 0;
    const auto placed = [this](int from, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(from, 0, width, height()));
    };
    for (const Hint &hint : m_hints) {
        const int wanted = widthOf(hint);
        if (left + wanted > width()) {
            return;
        }
        int at = left;
        for (const QString &key : hint.keys) {
            const QRect box = placed(at, keyWidth(key)).adjusted(0, 1, 0, -1);
            painting::roundedBox(&painter, QRectF(box), keyRadius, t.surface, t.line);
            painter.setPen(t.text);
            painter.drawText(box, Qt::AlignCenter, key);
            at += keyWidth(key) + betweenKeys;
        }
        at += besideWord - betweenKeys;
        painter.setPen(t.muted);
        painter.drawText(placed(at, left + wanted - at + 2), Qt::AlignVCenter | Qt::AlignLeft, hint.what);
        left += wanted + between;
    }
}

} // namespace lightwell
