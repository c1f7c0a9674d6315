// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/keyhints.h"

#include "ui/widgets/names.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int keyPadding = 5;
constexpr int betweenKeys = 4;
constexpr int afterKeys = 7;
constexpr int betweenHints = 18;

} // namespace

KeyHints::KeyHints(const QList<Hint> &hints, QWidget *parent)
    : QWidget(parent)
{
    named(this, QStringLiteral("keyHints"), tr("Keys"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setHints(hints);
}

void KeyHints::setHints(const QList<Hint> &hints)
{
    m_hints = hints;
    m_hints.removeIf([](const Hint &hint) { return hint.keys.contains(QString()); });
    QStringList lines;
    for (const Hint &hint : std::as_const(m_hints)) {
        lines.append(hint.keys.join(u' ') + ": "_L1 + hint.text);
    }
    setAccessibleDescription(lines.join(QStringLiteral(", ")));
    update();
}

QSize KeyHints::sizeHint() const
{
    return {0, fontMetrics().height() + 6};
}

QSize KeyHints::minimumSizeHint() const
{
    return sizeHint();
}

int KeyHints::widthOf(const Hint &hint) const
{
    int width = afterKeys - betweenKeys + fontMetrics().horizontalAdvance(hint.text);
    for (const QString &key : hint.keys) {
        width += fontMetrics().horizontalAdvance(key) + 2 * keyPadding + betweenKeys;
    }
    return width;
}

void KeyHints::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double x = 0;
    for (const Hint &hint : m_hints) {
        if (x + widthOf(hint) > width()) {
            return;
        }
        for (const QString &key : hint.keys) {
            const QRectF box(x, 1, fontMetrics().horizontalAdvance(key) + 2 * keyPadding, height() - 2);
            painting::roundedBox(&painter, box, 4, t.surface, t.line);
            painter.setPen(t.text);
            painter.drawText(box, Qt::AlignCenter, key);
            x = box.right() + betweenKeys;
        }
        x += afterKeys - betweenKeys;
        painter.setPen(t.muted);
        const QRectF words(x, 0, fontMetrics().horizontalAdvance(hint.text) + 2, height());
        painter.drawText(words, Qt::AlignVCenter, hint.text);
        x = words.right() + betweenHints;
    }
}

} // namespace lightwell
