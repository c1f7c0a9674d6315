// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

#include "core/model/displaytext.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace lightwell {

namespace {

constexpr int fewestLetters = 4; ///< of a shortened text, with its dots

} // namespace

TextLabel::TextLabel(Voice voice, const QString &text, QWidget *parent)
    : QLabel(parent)
    , m_voice(voice)
{
    setTextFormat(Qt::PlainText); // before there is a text to look at
    setText(text);
    dress();
}

void TextLabel::setText(const QString &text)
{
    QLabel::setText(displayText(text, LineBreaks::Kept));
}

void TextLabel::setVoice(Voice voice)
{
    m_voice = voice;
    dress();
}

void TextLabel::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize size = QLabel::minimumSizeHint();
    return m_elided ? QSize(24, size.height()) : size;
}

void TextLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange) {
        dress();
    }
    QLabel::changeEvent(event);
}

void TextLabel::dress()
{
    if (m_dressing) {
        return;
    }
    m_dressing = true;
    QFont font = QApplication::font();
    const double size = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    if (m_voice == Voice::Heading) {
        font.setPointSizeF(size * 1.15);
    } else if (m_voice == Voice::Small || m_voice == Voice::Section || m_voice == Voice::SmallWarning) {
        font.setPointSizeF(size * 0.92);
    }
    if (m_voice == Voice::Heading || m_voice == Voice::Strong || m_voice == Voice::Section
        || m_voice == Voice::BadStrong || m_voice == Voice::WarningStrong) {
        font.setWeight(QFont::DemiBold);
    }
    setFont(font);
    if (testAttribute(Qt::WA_SetPalette)) {
        setPalette({}); // the colour of another voice
    }
    switch (m_voice) {
    case Voice::Small:
    case Voice::Muted:
    case Voice::Section:
        setForegroundRole(QPalette::PlaceholderText);
        break;
    case Voice::Bad:
    case Voice::BadStrong:
        setForegroundRole(QPalette::BrightText);
        break;
    case Voice::Warning:
    case Voice::WarningStrong:
    case Voice::SmallWarning: {
        QPalette own = palette();
        setForegroundRole(QPalette::WindowText);
        own.setColor(QPalette::WindowText, tokensOf(QApplication::palette()).warn);
        setPalette(own);
        break;
    }
    default:
        setForegroundRole(QPalette::WindowText);
    }
    m_dressing = false;
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (!m_elided) {
        return QLabel::paintEvent(event);
    }
    QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    if (shown != text() && toolTip().isEmpty()) {
        setTip(this, text());
    }
    if (shown != text() && shown.size() <= fewestLetters) {
        shown.clear(); // a lone letter and dots say nothing
    }
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(),
                          static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())), palette(),
                          isEnabled(), shown, foregroundRole());
}

} // namespace lightwell
