// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/emulationmark.h"

#include "ui/compare/reportpopover.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stylepainting.h"

#include <QPainter>
#include <QResizeEvent>
#include <QStyle>

namespace lightwell {

namespace {

constexpr int sign = 14;
constexpr int signGap = 5;

} // namespace

EmulationMark::EmulationMark(QWidget *parent)
    : Button(Kind::Link, {}, parent)
{
    setFont(smallFont(font()));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(this, &QPushButton::clicked, this, &EmulationMark::openReport);
}

void EmulationMark::setMark(const EmulationText &text)
{
    m_text = text;
    setTip(this, text.whole());
    setAccessibleName(tr("Changed on the way: %1").arg(text.mark));
    updateGeometry();
    fit();
    update();
}

int EmulationMark::besideText() const
{
    return 2 * sides + (m_text.calm ? 0 : sign + signGap);
}

QSize EmulationMark::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text.mark) + besideText(), fontMetrics().height() + 6};
}

QSize EmulationMark::minimumSizeHint() const
{
    return {2 * sides + sign, sizeHint().height()};
}

void EmulationMark::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    QRect words = rect().adjusted(sides, 0, -sides, 0);
    if (!m_text.calm || text().isEmpty()) {
        const QPixmap pixmap = iconPixmap(m_text.calm ? Icon::Info : Icon::Warning, m_text.calm ? t.muted : t.warn,
                                          sign, devicePixelRatioF());
        const QRect place(words.left(), (height() - sign) / 2, sign, sign);
        painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), place), pixmap);
        words.setLeft(words.left() + sign + signGap);
    }
    QFont font = this->font();
    font.setUnderline(underMouse());
    painter.setFont(font);
    painter.setPen(m_text.calm ? t.muted : t.warn);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()), painting::innerRadius, t);
    }
}

void EmulationMark::resizeEvent(QResizeEvent *event)
{
    Button::resizeEvent(event);
    fit();
}

void EmulationMark::fit()
{
    const int room = width() - besideText();
    // The longest that fits; in the narrowest cells the sign alone.
    QString shown;
    for (const QString &candidate : {tr("changed"), m_text.brief, m_text.mark}) {
        if (fontMetrics().horizontalAdvance(candidate) <= room) {
            shown = candidate;
        }
    }
    if (shown != text()) {
        setText(shown);
    }
}

void EmulationMark::openReport()
{
    auto *popover = new ReportPopover(m_text, this);
    popover->openBelow(this);
}

} // namespace lightwell
