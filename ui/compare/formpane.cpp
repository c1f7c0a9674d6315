// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/formpane.h"

#include "ui/budgetwatch.h"
#include "ui/compare/advancedpanel.h"
#include "ui/compare/formplans.h"
#include "ui/compare/formpricetexts.h"
#include "ui/compare/modelspanel.h"
#include "ui/compare/optionspanel.h"
#include "ui/compare/promptpanel.h"
#include "ui/compare/shapepanel.h"
#include "ui/references/dropframe.h"
#include "ui/references/picturecatcher.h"
#include "ui/references/referencespanel.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"

#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double letterShare = 0.8; ///< of a model's limit, from which on the letters are counted

/// What some of these takes pictures for.
QList<ImageRole> rolesOf(const QList<Offer> &offers)
{
    QList<ImageRole> roles {ImageRole::Reference};
    for (const ImageRole role : {ImageRole::Style, ImageRole::Character}) {
        const QString field = imageRoleName(role) + "_image"_L1;
        if (std::any_of(offers.cbegin(), offers.cend(),
                        [&field](const Offer &offer) { return offer.supports(field); })) {
            roles.append(role);
        }
    }
    return roles;
}

} // namespace

FormPane::FormPane(FormPlans &plans, const BudgetWatch &budget, ReferencesPanel *references, const Keymap &keymap,
                   QWidget *parent)
    : QWidget(parent)
    , m_plans(plans)
    , m_budget(budget)
    , m_prompt(new PromptPanel)
    , m_references(references)
    , m_models(new ModelsPanel(keymap))
    , m_shape(new ShapePanel)
    , m_options(new OptionsPanel(keymap))
    , m_advanced(new AdvancedPanel)
    , m_price(new PricePanel(keymap))
{
    auto *content = new QWidget;
    auto *panels = new QVBoxLayout(content);
    panels->setContentsMargins(16, 16, 16, 8);
    panels->setSpacing(18);
    panels->addWidget(m_prompt);
    panels->addWidget(m_models);
    panels->addWidget(m_shape);
    panels->addWidget(m_options);
    panels->addWidget(m_advanced);
    panels->addStretch();
    auto *scroll = named(new QScrollArea, u"formScroll"_s, tr("What to make"));
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The panels keep their width when a scroll bar appears beside them.
    connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, panels,
            [panels](int, int most) { panels->setContentsMargins(16, 16, most > 0 ? 5 : 16, 8); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_price);
    connectReferences();
    m_models->setTabAfter(m_prompt->lastControl());
    const auto change = [this] {
        m_plans.setForm(form());
        m_price->setBlocked(blockedBy()); // also by what is not in the form, since it cannot be meant
        Q_EMIT edited();
    };
    connect(m_prompt, &PromptPanel::edited, this, change);
    connect(m_references, &ReferencesPanel::edited, this, change);
    connect(m_models, &ModelsPanel::edited, this, change);
    connect(m_shape, &ShapePanel::edited, this, change);
    connect(m_options, &OptionsPanel::edited, this, change);
    connect(m_advanced, &AdvancedPanel::edited, this, change);
    connect(m_price->generateButton(), &QPushButton::clicked, this, &FormPane::generateWanted);
    connect(m_price, &PricePanel::confirmed, this, &FormPane::confirmed);
    connect(m_price, &PricePanel::declined, this, &FormPane::declined);
    connect(m_price, &PricePanel::budgetWanted, this, &FormPane::budgetWanted);
    connect(m_price, &PricePanel::promptWanted, this, [this] { shorten(m_plans.form().models); });
    connect(m_models, &ModelsPanel::remedyWanted, this, [this](const QString &model) {
        const Obstacle obstacle = m_plans.obstacle(model);
        if (obstacle.kind == Obstacle::Kind::NeedsKey) {
            Q_EMIT keyWanted(obstacle.provider);
        } else if (obstacle.kind == Obstacle::Kind::PromptTooLong) {
            shorten({model});
        }
    });
    connect(m_price, &PricePanel::keyWanted, this, [this] {
        const QStringList models = m_plans.form().models;
        const auto needy = std::find_if(models.cbegin(), models.cend(), [this](const QString &model) {
            return m_plans.obstacle(model).kind == Obstacle::Kind::NeedsKey;
        });
        Q_EMIT keyWanted(needy == models.cend() ? QString() : m_plans.obstacle(*needy).provider);
    });
    connect(&m_plans, &FormPlans::changed, this, &FormPane::showPlans);
    connect(&m_budget, &BudgetWatch::changed, this, &FormPane::showBudget);
    showPlans();
    showBudget();
}

/// What is too long for that of them which takes least is marked.
void FormPane::shorten(const QStringList &models)
{
    qint64 excess = 0;
    for (const QString &model : models) {
        const Obstacle obstacle = m_plans.obstacle(model);
        excess = obstacle.kind == Obstacle::Kind::PromptTooLong ? std::max(excess, obstacle.excess) : excess;
    }
    m_prompt->focusExcess(excess);
}

/// Pictures can be let go of anywhere over the form.
void FormPane::connectReferences()
{
    m_prompt->placeReferences(m_references, m_references->addButton());
    m_references->setTabAfter(m_prompt->promptEdit());
    m_prompt->setTabAfter(m_references->addButton());
    m_references->catcher()->watch(this);
    m_references->catcher()->watch(m_prompt->promptEdit());
    m_references->catcher()->watch(m_prompt->negativeEdit());
    auto *frame = new DropFrame(this, tr("Drop to use as reference"));
    connect(m_references, &ReferencesPanel::hovered, frame, [frame](bool over) {
        frame->setVisible(over);
        frame->raise();
    });
    connect(m_references, &ReferencesPanel::edited, this, &FormPane::follow);
}

/// The shape of what goes in is the usual one of what comes out.
void FormPane::follow()
{
    const QList<Reference> &references = m_references->list().all();
    m_shape->setFollow(maskOf(references)          ? ShapePanel::Follow::Always
                           : !references.isEmpty() ? ShapePanel::Follow::Possible
                                                   : ShapePanel::Follow::Never);
}

void FormPane::setHindrance(const QString &why)
{
    m_hindrance = why;
    m_price->setBlocked(blockedBy());
}

CompareForm FormPane::form() const
{
    CompareForm form;
    form.prompt = m_prompt->prompt();
    form.negativePrompt = m_prompt->negativePrompt();
    form.models = m_models->models();
    form.references = m_references->list().all();
    form.size = m_shape->size();
    form.fit = m_shape->fit();
    m_options->read(form);
    m_advanced->read(form);
    form.previews = m_previews;
    return form;
}

void FormPane::setForm(const CompareForm &form)
{
    m_prompt->set(form.prompt, form.negativePrompt);
    m_references->list().set(form.references);
    m_models->setModels(form.models);
    m_shape->set(form.size, form.fit);
    m_options->set(form);
    m_advanced->set(form);
    m_plans.setForm(this->form());
}

QWidget *FormPane::price() const
{
    return m_price;
}

void FormPane::setCurrency(const std::optional<ShownCurrency> &currency)
{
    m_currency = currency;
    showBudget();
}

/// "$12.00 · 11.04 EUR"
QString FormPane::withCurrency(const QString &dollars, Money amount) const
{
    const QString own = m_currency ? m_currency->text(amount) : QString();
    return own.isEmpty() ? dollars : tr("%1 · %2").arg(dollars, own);
}

void FormPane::setProjects(const QStringList &names)
{
    m_options->setProjects(names);
}

void FormPane::setPreviews(int previews)
{
    m_previews = previews;
    m_plans.setForm(form());
}

void FormPane::showQuestion(const QString &question, const QString &yes)
{
    m_price->showQuestion(question, yes);
}

void FormPane::hideQuestion()
{
    m_price->hideQuestion();
}

QString FormPane::blockedBy() const
{
    const CompareForm &form = m_plans.form();
    if (form.prompt.trimmed().isEmpty()) {
        return tr("Write a prompt first.");
    }
    if (form.models.isEmpty()) {
        return tr("Choose a model first.");
    }
    for (const QString &problem : {m_hindrance, m_references->problem(), m_options->problem(), m_advanced->problem()}) {
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    return m_plans.pictures() == 0 ? tr("None of the models can make this. See above what each one needs.") : QString();
}

void FormPane::setUnknownPriceRefused(bool refused)
{
    m_unknownPriceRefused = refused;
    m_price->setWarning(formprice::budgetWarning(m_plans, m_budget, m_unknownPriceRefused));
}

void FormPane::showPlans()
{
    const CompareForm &form = m_plans.form();
    m_models->showPlans(m_plans);
    m_advanced->setOffers(m_plans.offers(), !form.references.isEmpty());
    m_references->setRoles(rolesOf(m_plans.offers()));
    const int count = m_plans.pictures();
    const int wished = static_cast<int>(form.models.size()) * form.pictures;
    const QString pictures = count < wished ? tr("%1 of %2 pictures").arg(count).arg(wished)
        : count == 1                        ? tr("1 picture")
                                            : tr("%1 pictures").arg(count);
    m_price->setPrice(pictures, count == 0 ? QString() : m_plans.sumText(), texts::parts(m_plans.prices()),
                      formprice::lines(m_plans));
    m_price->setHeldBack(formprice::heldBack(m_plans, *m_models));
    showLetters();
    m_price->setBlocked(blockedBy());
    m_price->setWarning(formprice::budgetWarning(m_plans, m_budget, m_unknownPriceRefused));
}

/// Only once they come near to what the strictest of the models takes.
void FormPane::showLetters()
{
    const QList<Offer> offers = m_plans.offers();
    const Offer *strictest = nullptr;
    for (const Offer &offer : offers) {
        if (offer.maxPromptLength > 0 && (!strictest || offer.maxPromptLength < strictest->maxPromptLength)) {
            strictest = &offer;
        }
    }
    const qsizetype length = m_plans.form().prompt.trimmed().toUcs4().size(); // as the planner counts
    const QLocale locale;
    if (!strictest || length < strictest->maxPromptLength * letterShare) {
        m_prompt->setLetters({}, {});
        return;
    }
    m_prompt->setLetters(
        tr("%1 letters").arg(locale.toString(length)),
        tr("%1 takes up to %2.").arg(m_models->nameOf(strictest->model), locale.toString(strictest->maxPromptLength)));
}

void FormPane::showBudget()
{
    if (m_budget.tightest()) {
        m_price->setBudget(m_budget.leftLabel(),
                           withCurrency(texts::total(m_budget.tightest()->left()), m_budget.tightest()->left()));
    } else {
        m_price->setBudget(tr("Spent in %1").arg(m_budget.periodLabel()),
                           withCurrency(m_budget.spentThisMonth(), m_budget.spent()));
    }
    m_price->setWarning(formprice::budgetWarning(m_plans, m_budget, m_unknownPriceRefused));
}

} // namespace lightwell
