// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/examplesstep.h"

#include "ui/welcome/pressrow.h"
#include "ui/welcome/sketchthumb.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

ExamplesStep::ExamplesStep(const QList<Example> &examples, QWidget *parent)
    : StepCard(u"welcome.step.1"_s, 1, tr("Say what you want"), parent)
{
    setText(tr("One prompt goes to every model. Type yours, or take one of these:"));
    for (const Example &example : examples) {
        auto *row = new PressRow(u"welcome.example."_s + example.id, example.title);
        row->setAccessibleDescription(example.prompt);
        setTip(row, example.prompt);
        auto *title = new TextLabel(TextLabel::Voice::Body, example.title);
        title->setWordWrap(true);
        title->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto *arrow = new Sign(Meaning::Neutral);
        arrow->setIcon(Icon::ArrowLeft);
        arrow->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(15, 13, 15, 13);
        line->setSpacing(12);
        line->addWidget(new SketchThumb(example.model, example.prompt));
        line->addWidget(title, 1);
        line->addWidget(arrow);
        addRow(row);
        connect(row, &QAbstractButton::clicked, this, [this, example] { Q_EMIT chosen(example); });
    }
    finish();
}

} // namespace lightwell
