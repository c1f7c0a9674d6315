// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What reaches the form from elsewhere than the form.
#include "core/async/whendone.h"
#include "core/wording/wording.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/modelchoice.h"
#include "ui/compare/modelpicker.h"
#include "ui/compare/resultspane.h"
#include "ui/compare/spokennames.h"
#include "ui/imageservice.h"
#include "ui/keys/providerkeys.h"

#include <QPointer>

namespace lightwell {

void ComparePage::sayTooMany()
{
    Q_EMIT say(Meaning::Info, tr("Up to %1 models fit side by side. Remove one first.").arg(CompareForm::maxModels));
}

void ComparePage::addModel(const QString &slug)
{
    CompareForm changed = form();
    const QString name = modelName(m_catalog, slug);
    if (changed.models.contains(slug)) {
        Q_EMIT say(Meaning::Info, tr("%1 is among the models already.").arg(name));
    } else if (changed.models.size() >= CompareForm::maxModels) {
        sayTooMany();
    } else {
        changed.models.append(slug);
        setForm(changed);
        m_keeping.keepSoon();
        Q_EMIT say(Meaning::Ok, tr("%1 is added.").arg(name));
    }
}

void ComparePage::recallCell(int run, int index, Recall what)
{
    const CompareCell *cell = m_session.cell(run, index);
    if (cell && !cell->isLost && !(what == Recall::Prompt && cell->request.prompt.isEmpty())) {
        recall(recipeOf(*cell), what);
    }
}

void ComparePage::recall(const FormRecipe &recipe, Recall what)
{
    const CompareForm before = form();
    const Recalled found = recalled(before, recipe, what, m_catalog);
    m_results->setFormShown(true);
    if (found.form == before && found.unknownModel.isEmpty()) {
        return; // it says so already
    }
    if (what == Recall::Seed) {
        setForm(found.form);
        m_keeping.keepSoon();
        return;
    }
    const QString text = what == Recall::Prompt ? tr("The prompt is in the form.")
        : found.unknownModel.isEmpty()
        ? tr("The form is filled in.")
        : tr("The form is filled in. The model, %1, is not in the catalog: the chosen ones stay.")
              .arg(found.unknownModel);
    fillForm(found.form, found.unknownModel.isEmpty() ? Meaning::Ok : Meaning::Info, text);
}

void ComparePage::fillForm(const CompareForm &filled, Meaning meaning, const QString &text)
{
    const CompareForm before = form();
    setForm(filled);
    m_keeping.keepSoon();
    Q_EMIT offer(meaning, text, tr("&Undo"), [self = QPointer(this), before] {
        if (self) {
            self->setForm(before);
            self->m_keeping.keepSoon();
        }
    });
}

void ComparePage::removeModel(const QString &slug)
{
    CompareForm changed = form();
    const qsizetype place = changed.models.indexOf(slug);
    const QString name = modelName(m_catalog, slug);
    if (place < 0) {
        Q_EMIT say(Meaning::Info, tr("%1 is not among the models now.").arg(name));
        return;
    }
    changed.models.removeAt(place);
    setForm(changed);
    m_keeping.keepSoon();
    Q_EMIT offer(Meaning::Ok, tr("%1 is removed.").arg(name), tr("&Undo"), [self = QPointer(this), slug, place] {
        CompareForm back = self ? self->form() : CompareForm();
        if (self && !back.models.contains(slug) && back.models.size() < CompareForm::maxModels) {
            back.models.insert(std::min(place, back.models.size()), slug);
            self->setForm(back);
            self->m_keeping.keepSoon();
        }
    });
}

/// Its own list, as the run was asked: what a model costs stands beside it.
void ComparePage::chooseAddition(int run, QWidget *place)
{
    const CompareRun *to = m_session.run(run);
    if (!to || to->cells.isEmpty()) {
        return;
    }
    auto *picker = new ModelPicker(this);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    const Request &request = to->cells.constFirst().request;
    picker->setChoices(modelChoices(m_catalog, m_keys, request), to->form.models);
    whenDone(modelPrices(m_catalog, m_keys, request), picker,
             [picker](const ModelPrices &prices) { picker->setPrices(prices); });
    connect(picker, &ModelPicker::toggled, this, [this, run, picker](const QString &model) {
        picker->close();
        planAddition(run, model);
    });
    picker->openBelow(place);
}

void ComparePage::planAddition(int run, const QString &model)
{
    const std::optional<Request> request = m_session.requestFor(run, model);
    if (!request) {
        Q_EMIT say(Meaning::Info, tr("%1 is in this run already.").arg(modelName(m_catalog, model)));
        return;
    }
    m_images.plan(*request, this, [this, run, model, request = *request](const Result<Route> &route) {
        if (!route) {
            Q_EMIT say(Meaning::Bad, wording::sentenceAtWindow(route.error(), namesFor(model)));
            return;
        }
        const Plan &plan = route->plans.constFirst().plan;
        CellWay way {request, CompareExpectation::of(plan)};
        if (way.expected.price.isKnown()) {
            m_start.wantMore(run, model, way);
            return;
        }
        m_images.billsLike(plan, this, [this, run, model, way](const PastBills &bills) mutable {
            way.expected.price = bills.usual; // as last time
            m_start.wantMore(run, model, way);
        });
    });
}

Names ComparePage::namesFor(const QString &model) const
{
    return spokenNames(modelName(m_catalog, model), [this](const QString &id) { return m_keys.name(id); });
}

} // namespace lightwell
