// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/modelsstep.h"

#include "core/catalog/catalog.h"
#include "ui/compare/modelchoice.h"
#include "ui/texts.h"
#include "ui/welcome/footlink.h"
#include "ui/welcome/sketchthumb.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Those that can be asked by somebody who has a key.
qsizetype others(const Catalog &catalog, const QStringList &builtIn)
{
    const QList<Model> &models = catalog.models();
    return std::count_if(models.cbegin(), models.cend(), [&builtIn](const Model &model) {
        return model.status != "shutdown"_L1 && !builtIn.contains(model.slug);
    });
}

} // namespace

ModelsStep::ModelsStep(const Catalog &catalog, const QString &prompt, QWidget *parent)
    : StepCard(u"welcome.step.2"_s, 2, tr("Built-in models are ready"), parent)
{
    setText(tr("They draw by rules, not by AI: free, offline, good for trying things out."));
    const QStringList models = builtInModels(catalog);
    for (const QString &model : models) {
        auto *ready = new TextLabel(TextLabel::Voice::Small, tr("ready, %1").arg(texts::price(Money::zero())));
        ready->setObjectName(u"welcome.model."_s + model);
        auto *state = new QHBoxLayout;
        state->setSpacing(4);
        state->addWidget(new Sign(Meaning::Ok));
        state->addWidget(ready, 1);
        auto *name = new TextLabel(TextLabel::Voice::Body, modelName(catalog, model));
        name->setWordWrap(true);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addStretch();
        words->addWidget(name);
        words->addLayout(state);
        words->addStretch();
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(15, 13, 15, 13);
        line->setSpacing(12);
        line->addWidget(new SketchThumb(model, prompt));
        line->addLayout(words, 1);
        addRow(row);
    }
    const qsizetype more = others(catalog, models);
    FootLink *link = nullptr;
    if (more > 0) {
        link = new FootLink(u"welcome.catalog"_s, Icon::Catalog,
                            tr("%1 more in the Catalog").arg(locale().toString(more)));
        connect(link, &QAbstractButton::clicked, this, &ModelsStep::catalogWanted);
    }
    finish(link);
}

} // namespace lightwell
