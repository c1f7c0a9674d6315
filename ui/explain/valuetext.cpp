// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/valuetext.h"

#include "core/model/displaytext.h"
#include "ui/widgets/names.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace lightwell {

namespace {

/// Lines of a text in a width, and where the first ones end.
struct Broken
{
    int lines = 0;
    qsizetype end = 0; ///< of the allowed lines, in the text
};

Broken broken(const QString &text, const QFont &font, int width, int allowed)
{
    Broken result;
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    qsizetype begin = 0;
    while (begin <= text.size()) {
        const qsizetype found = text.indexOf(u'\n', begin);
        const qsizetype end = found < 0 ? text.size() : found;
        QTextLayout layout(text.mid(begin, end - begin), font);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            ++result.lines;
            if (result.lines <= allowed) {
                result.end = begin + line.textStart() + line.textLength();
            }
        }
        layout.endLayout();
        begin = end + 1;
    }
    return result;
}

} // namespace

ValueText::ValueText(const QString &objectName, const QString &accessibleName, int lines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_lines(lines)
{
    named(this, objectName, accessibleName);
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF() * 0.92);
    setFont(fixed);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    setContextMenuPolicy(Qt::DefaultContextMenu);
}

void ValueText::setValue(const QString &value)
{
    m_value = displayText(value, LineBreaks::Kept);
    fit();
}

bool ValueText::isCut() const
{
    return !m_isOpen && m_lines > 0 && broken(m_value, font(), viewport()->width(), m_lines).lines > m_lines;
}

void ValueText::setOpen(bool open)
{
    m_isOpen = open;
    fit();
}

/// As many lines as are shown, and no bar.
void ValueText::fit()
{
    if (m_isFitting) {
        return;
    }
    m_isFitting = true;
    const int width = std::max(1, viewport()->width());
    const int allowed = m_lines > 0 && !m_isOpen ? m_lines : std::numeric_limits<int>::max();
    const Broken all = broken(m_value, font(), width, allowed);
    const bool cut = all.lines > allowed;
    const bool isLong = m_lines > 0 && broken(m_value, font(), width, m_lines).lines > m_lines;
    QString shown = m_value;
    if (cut) {
        shown = m_value.left(std::max<qsizetype>(1, all.end - 2)).trimmed() + u'…';
    }
    if (shown != toPlainText()) {
        setPlainText(shown);
    }
    // What is shown whole is no stop on the way through the page.
    setFocusPolicy(m_lines == 0 || isLong ? Qt::StrongFocus : Qt::ClickFocus);
    viewport()->setCursor(isLong ? Qt::PointingHandCursor : Qt::IBeamCursor);
    setFixedHeight(std::min(all.lines, allowed) * fontMetrics().lineSpacing() + 2);
    m_isFitting = false;
}

QSize ValueText::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, fontMetrics().lineSpacing() + 2};
}

QSize ValueText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().lineSpacing() + 2};
}

void ValueText::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (opens && (m_isOpen || isCut())) {
        setOpen(!m_isOpen);
    } else if (event->key() == Qt::Key_Escape) {
        event->ignore();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void ValueText::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection() && (m_isOpen || isCut())) {
        setOpen(!m_isOpen);
    }
}

void ValueText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) {
        fit();
    }
}

} // namespace lightwell
