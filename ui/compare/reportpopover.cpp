// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/reportpopover.h"

#include "core/model/displaytext.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 360;
constexpr int sides = 14;
constexpr int maxPromptLines = 12; ///< more are scrolled

} // namespace

ReportPopover::ReportPopover(const EmulationText &text, QWidget *parent)
    : Popover(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    named(static_cast<QWidget *>(this), u"reportPopover"_s, tr("What was changed on the way"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadow + sides, shadow + 12, shadow + sides, shadow + 12);
    layout->setSpacing(6);
    layout->addWidget(new TextLabel(TextLabel::Voice::Strong, text.title));
    if (text.calm) {
        addPrompt(text); // it is what the mark is about
    }
    for (const QString &line : text.report) {
        auto *label = new TextLabel(TextLabel::Voice::Body, line);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    if (!text.prompt.isEmpty() && !text.calm) {
        addPrompt(text);
    }
}

/// Can be selected and copied with the keyboard as well: a good prompt is worth keeping.
void ReportPopover::addPrompt(const EmulationText &text)
{
    auto *title = new TextLabel(TextLabel::Voice::Section, text.promptTitle);
    auto *words =
        named(new QPlainTextEdit(displayText(text.prompt, LineBreaks::Kept)), u"revisedPrompt"_s, text.promptTitle);
    title->setBuddy(words);
    title->setWordWrap(true);
    words->setReadOnly(true);
    words->setTabChangesFocus(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setFrameShape(QFrame::NoFrame);
    words->viewport()->setAutoFillBackground(false);
    words->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    words->document()->setDocumentMargin(0);
    constexpr int spare = 4; // two ways of breaking lines may differ by a hair
    const QRect room(0, 0, cardWidth - 2 * sides - spare, QWIDGETSIZE_MAX);
    const QFontMetrics metrics(words->font());
    const int needed = metrics.boundingRect(room, Qt::TextWordWrap, text.prompt).height();
    words->setFixedHeight(std::min(needed, maxPromptLines * metrics.lineSpacing()) + spare);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->addSpacing(4);
    column->addWidget(title);
    column->addWidget(words);
}

void ReportPopover::openBelow(QWidget *anchor)
{
    openAt(anchor, QSize(cardWidth, layout()->totalHeightForWidth(cardWidth + 2 * shadow) - 2 * shadow));
}

} // namespace lightwell
