// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/modelspanel.h"

#include "core/wording/wording.h"
#include "ui/compare/compareform.h"
#include "ui/compare/emulationtext.h"
#include "ui/compare/formplans.h"
#include "ui/compare/modelchip.h"
#include "ui/compare/modelpicker.h"
#include "ui/compare/spokennames.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

ModelsPanel::ModelsPanel(QWidget *parent)
    : QWidget(parent)
    , m_row(new QWidget)
    , m_flow(new FlowLayout(m_row, 6))
    , m_add(new Button(Button::Kind::Pill, tr("&Add model")))
    , m_picker(new ModelPicker(this))
{
    m_add->setIcon(themedIcon(Icon::Plus));
    named(m_add, u"addModel"_s, tr("Add model"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new TextLabel(TextLabel::Voice::Section, tr("Models")));
    layout->addWidget(m_row);
    m_flow->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &ModelsPanel::openPicker);
    connect(m_picker, &ModelPicker::toggled, this, &ModelsPanel::toggle);
}

void ModelsPanel::setModels(const QStringList &models)
{
    m_models = models.mid(0, CompareForm::maxModels);
    rebuild();
}

void ModelsPanel::setChoices(const QList<ModelChoice> &choices)
{
    QStringList before;
    QStringList after;
    for (const QString &model : std::as_const(m_models)) {
        before.append(nameOf(model));
    }
    m_choices = choices;
    m_picker->setChoices(choices, m_models);
    for (const QString &model : std::as_const(m_models)) {
        after.append(nameOf(model));
    }
    if (before != after) {
        rebuild();
    }
}

void ModelsPanel::openPicker()
{
    Q_EMIT choicesWanted();
    m_picker->openBelow(m_add);
}

void ModelsPanel::toggle(const QString &model)
{
    if (m_models.contains(model)) {
        m_models.removeAll(model);
    } else if (m_models.size() >= CompareForm::maxModels) {
        Q_EMIT tooMany();
        return;
    } else {
        m_models.append(model);
    }
    m_picker->setChosen(m_models);
    rebuild();
    Q_EMIT edited();
}

void ModelsPanel::setTabAfter(QWidget *before)
{
    m_before = before;
    rebuild();
}

void ModelsPanel::rebuild()
{
    for (ModelChip *chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    QWidget *previous = m_before;
    for (int index = 0; index < m_models.size(); ++index) {
        const QString model = m_models.at(index);
        auto *chip = new ModelChip(model, nameOf(model));
        m_flow->insertWidget(index, chip);
        chip->show();
        m_chips.insert(model, chip);
        if (previous) {
            setTabOrder(previous, chip->removeButton());
        }
        previous = chip->removeButton();
        connect(chip, &ModelChip::removeRequested, this, [this, index](const QString &removed) {
            toggle(removed);
            // The keyboard stays among the chips.
            ModelChip *next = m_chips.value(m_models.value(std::min<qsizetype>(index, m_models.size() - 1)));
            next ? next->removeButton()->setFocus() : m_add->setFocus();
        });
    }
    if (previous) {
        setTabOrder(previous, m_add);
    }
    m_add->setVisible(m_models.size() < CompareForm::maxModels);
    if (m_plans) {
        showPlans(*m_plans);
    }
    m_row->updateGeometry();
}

QString ModelsPanel::nameOf(const QString &model) const
{
    for (const ModelChoice &choice : m_choices) {
        if (choice.slug == model) {
            return choice.name;
        }
    }
    return isOwnServerModel(model) ? model.section(u'/', 1) : model;
}

void ModelsPanel::showPlans(const FormPlans &plans)
{
    m_plans = &plans;
    for (auto chip = m_chips.cbegin(); chip != m_chips.cend(); ++chip) {
        const Obstacle obstacle = plans.obstacle(chip.key());
        chip.value()->setPrice(obstacle ? obstacleWord(obstacle) : plans.priceText(chip.key()), whyOf(chip.key()));
        obstacle ? chip.value()->setProblem(problemOf(chip.key())) : chip.value()->setLeftOut(leftOutOf(chip.key()));
    }
    m_row->updateGeometry();
}

/// Which provider is asked first, and why that one.
QString ModelsPanel::whyOf(const QString &model) const
{
    const FormPlans::Entry *entry = m_plans->find(model);
    if (!entry || !entry->plan) {
        return {};
    }
    const Names names = spokenNames(nameOf(model), m_providerName);
    QStringList lines {m_providerName ? m_providerName(entry->plan->offer.provider) : entry->plan->offer.provider};
    for (const Reason &reason : entry->why) {
        lines.append(wording::sentence(reason, names));
    }
    return lines.join(u'\n');
}

QString ModelsPanel::leftOutOf(const QString &model) const
{
    const Names names = spokenNames(nameOf(model), m_providerName);
    QStringList lines;
    const QList<PlannedParameter> leftOut = m_plans->leftOut(model);
    for (const PlannedParameter &parameter : leftOut) {
        lines.append(parameterReport(parameter, names));
    }
    return lines.join(u'\n');
}

QString ModelsPanel::problemOf(const QString &model) const
{
    const Obstacle obstacle = m_plans ? m_plans->obstacle(model) : Obstacle();
    if (!obstacle) {
        return {};
    }
    const FormPlans::Entry *entry = m_plans->find(model);
    if (entry && entry->error) {
        return wording::sentence(*entry->error, spokenNames(nameOf(model), m_providerName));
    }
    if (obstacle.kind == Obstacle::Kind::NeedsKey && !obstacle.provider.isEmpty()) {
        const QString provider = m_providerName ? m_providerName(obstacle.provider) : obstacle.provider;
        return tr("%1 needs a key for %2.").arg(nameOf(model), provider);
    }
    return tr("%1: %2").arg(nameOf(model), obstacleWord(obstacle));
}

} // namespace lightwell
