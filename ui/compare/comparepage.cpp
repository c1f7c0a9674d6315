// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepage.h"

#include "core/adapter/adapterregistry.h"
#include "core/async/whendone.h"
#include "core/catalog/catalog.h"
#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "ui/budgetwatch.h"
#include "ui/compare/exportmenu.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/formpane.h"
#include "ui/compare/modelchoice.h"
#include "ui/compare/modelspanel.h"
#include "ui/compare/pictureinputs.h"
#include "ui/compare/promptpanel.h"
#include "ui/compare/resultspane.h"
#include "ui/compare/runnotices.h"
#include "ui/compare/spokennames.h"
#include "ui/compare/workmenu.h"
#include "ui/dialogs.h"
#include "ui/keys/providerkeys.h"
#include "ui/mask/maskpage.h"
#include "ui/references/referencespanel.h"
#include "ui/services.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/texts.h"
#include "ui/welcome/welcomepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"

#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

ComparePage::ComparePage(const Services &services, ProviderKeys &keys, BudgetWatch &budget, QWidget *parent)
    : QWidget(parent)
    , m_images(services.images)
    , m_dialogs(services.dialogs)
    , m_adapters(services.adapters)
    , m_settings(services.settings)
    , m_catalog(services.catalog)
    , m_keys(keys)
    , m_budget(budget)
    , m_session(services.images, services.catalog)
    , m_plans(services.images, services.catalog, keys)
    , m_start(m_plans, m_session, services.settings, services.clock)
    , m_actions(services.dialogs, services.marks, *services.keymap)
    , m_form(new FormPane(m_plans, budget,
                          new ReferencesPanel(services.referencesFolder, services.dialogs, *services.keymap),
                          *services.keymap))
    , m_results(new ResultsPane(m_session, keys, m_actions, services.clock))
    , m_mask(new MaskPage(m_form->references()->list(), services.settings, *services.keymap))
    , m_welcome(new WelcomePage(services, keys, examplePrompt()))
    , m_inputs(new PictureInputs(*m_form, *m_mask, m_plans, this))
    , m_right(new QStackedWidget)
    , m_splitter(named(new QSplitter(Qt::Horizontal), u"compareSplitter"_s, tr("Form and pictures")))
    , m_keeping(services.settings, services.catalog, m_session, *m_form, *m_splitter)
{
    setObjectName(u"comparePage"_s);
    m_form->setMinimumWidth(290);
    m_right->setMinimumWidth(340);
    m_right->addWidget(m_results);
    m_right->addWidget(m_mask);
    m_right->addWidget(m_welcome);
    m_splitter->addWidget(m_form);
    m_splitter->addWidget(m_right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    QShortcut *start = addShortcut(*services.keymap, KeyAction::Generate, this);
    start->setAutoRepeat(false);
    connect(start, &QShortcut::activated, this, &ComparePage::generate);
    connect(m_form, &FormPane::budgetWanted, this, &ComparePage::budgetWanted);
    connect(m_form, &FormPane::generateWanted, this, &ComparePage::generate);
    connect(&m_start, &CompareStart::asked, this, [this](const QString &question, const QString &yes) {
        m_results->setFormShown(true); // where it is asked
        m_form->showQuestion(question, yes);
    });
    connect(&m_start, &CompareStart::answered, m_form, &FormPane::hideQuestion);
    connect(m_form, &FormPane::keyWanted, this, &ComparePage::keyWanted);
    connect(m_form, &FormPane::confirmed, &m_start, &CompareStart::confirm);
    connect(m_form, &FormPane::declined, &m_start, &CompareStart::decline);
    m_form->models()->setProviderNames([this](const QString &id) { return m_keys.name(id); });
    connect(m_form->models(), &ModelsPanel::choicesWanted, this, [this] {
        updateChoices();
        reckonPrices();
    });
    connect(m_form->models(), &ModelsPanel::tooMany, this, &ComparePage::sayTooMany);
    connect(m_results, &ResultsPane::formToggled, m_form, &QWidget::setVisible);
    connect(m_results, &ResultsPane::keyWanted, this, &ComparePage::keyWanted);
    connect(m_results, &ResultsPane::pageWanted, this, &ComparePage::openAccount);
    connect(m_results, &ResultsPane::explainWanted, this, &ComparePage::explain);
    connect(m_results, &ResultsPane::otherExplainWanted, this,
            [this](const QString &generation) { Q_EMIT explainWanted(generation, {}); });
    connect(m_results, &ResultsPane::exportWanted, this, &ComparePage::exportWanted);
    connect(m_results, &ResultsPane::othersLeft, this, &ComparePage::othersLeft);
    connect(m_results, &ResultsPane::againWanted, &m_start, &CompareStart::wantAgain);
    connect(m_results, &ResultsPane::wayWanted, &m_start, &CompareStart::wantWay);
    connect(m_results, &ResultsPane::additionWanted, this, &ComparePage::chooseAddition);
    connect(m_results, &ResultsPane::removalWanted, this, &ComparePage::removeModel);
    connect(m_results, &ResultsPane::pictureMenu, this, [this](QMenu *menu, int run, int cell) {
        if (const CompareCell *made = m_session.cell(run, cell); made && made->picture()) {
            addExports(menu, *m_session.run(run), *made->picture(),
                       [this](const QStringList &files) { Q_EMIT exportWanted(files); });
            m_inputs->addAction(menu, *made);
            addPictureWorks(menu, m_catalog, m_keys, *made->picture(), made->request.prompt,
                            [this, run, cell](const PictureWork &work) { m_start.wantWork(run, cell, work); });
        }
    });
    connectInputs();
    connectDrops(services.pictures);
    connectWelcome();
    connect(&m_session, &CompareSession::pictureUnreadable, this,
            [this](const Error &error) { Q_EMIT say(Meaning::Bad, wording::sentence(error)); });
    connect(m_results, &ResultsPane::promptWanted, this, [this](int run, int cell) {
        recallCell(run, cell, Recall::Prompt);
        focusPrompt();
    });
    connect(m_results, &ResultsPane::unlockWanted, this, &ComparePage::unlockWanted);
    connect(m_results, &ResultsPane::offer, this, &ComparePage::offer);
    connect(m_results, &ResultsPane::settingWanted, this, &ComparePage::settingWanted);
    connect(m_results, &ResultsPane::recallWanted, this, &ComparePage::recallCell);
    connect(&m_actions, &CellActions::say, this, &ComparePage::say);
    connect(&m_actions.marks(), &CellMarks::kept, this, &ComparePage::marked);
    connect(&m_actions, &CellActions::saved, &m_session, &CompareSession::noteSaved);
    connect(&m_session, &CompareSession::pictureStayed, this, &ComparePage::tellWhyItStayed);
    connect(&m_session, &CompareSession::pictureFinished, this, &ComparePage::tellNotices);
    connect(&m_session, &CompareSession::pictureFinished, &budget, &BudgetWatch::refresh);
    connect(&m_session, &CompareSession::pictureFinished, &keys, &ProviderKeys::learnFrom);
    connect(&budget, &BudgetWatch::changed, this, &ComparePage::updateKeyHint);
    connect(&keys, &ProviderKeys::changed, this, [this] {
        updateChoices();
        if (m_form->models()->isChoosing()) {
            reckonPrices();
        }
        m_plans.refresh();
        updateKeyHint();
    });
    connect(m_results->keyHint(), &Banner::actionTriggered, this,
            [this] { m_keys.isAnyLocked() ? Q_EMIT unlockWanted() : Q_EMIT keyWanted({}); });
    connect(m_results->keyHint(), &Banner::dismissed, this, [this] {
        m_settings.set(Setting::KeyHintDismissed, true);
        updateKeyHint();
    });
    m_form->setUnknownPriceRefused(m_settings.toString(Setting::UnknownPrices) == "refuse"_L1);
    const auto takePreviews = [this] {
        m_form->setPreviews(m_settings.toBool(Setting::ShowPreviews) ? CompareForm::shownPreviews : 0);
    };
    takePreviews();
    const auto takeCurrency = [this] {
        m_form->setCurrency(ShownCurrency::from(m_settings.toString(Setting::Currency),
                                                m_settings.toString(Setting::CurrencyRate),
                                                m_settings.toString(Setting::CurrencyRateDate)));
    };
    takeCurrency();
    connect(&m_settings, &Settings::changed, this, [this, takePreviews, takeCurrency](Setting setting) {
        if (setting == Setting::UnknownPrices) {
            m_form->setUnknownPriceRefused(m_settings.toString(setting) == "refuse"_L1);
        } else if (setting == Setting::ShowPreviews) {
            takePreviews();
        } else if (setting == Setting::Currency || setting == Setting::CurrencyRate) {
            takeCurrency();
        }
    });
    updateChoices();
    m_keeping.restoreForm(examplePrompt());
    updateKeyHint();
    m_keeping.restoreRuns();
    if (services.notifier) {
        new RunNotices(m_session, *services.notifier, m_settings, *this, this);
    }
}

ComparePage::~ComparePage()
{
    m_keeping.keep();
}

void ComparePage::connectInputs()
{
    connect(m_inputs, &PictureInputs::say, this, &ComparePage::say);
    connect(m_inputs, &PictureInputs::added, this, [this] { m_results->setFormShown(true); });
    connect(m_inputs, &PictureInputs::maskOpened, m_right, [this] { m_right->setCurrentWidget(m_mask); });
    connect(m_inputs, &PictureInputs::maskClosed, this, [this] {
        const bool hadKeyboard = m_mask->isAncestorOf(window()->focusWidget());
        m_right->setCurrentWidget(usualRight());
        if (hadKeyboard) {
            m_form->references()->addButton()->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_form->references(), &ReferencesPanel::recallWanted, this, [this](const PictureClaims &claims) {
        if (const std::optional<FormRecipe> recipe = recipeOf(claims)) {
            recall(*recipe, Recall::All);
        }
    });
    connect(&m_session, &CompareSession::runAdded, m_mask, &MaskPage::leave); // what comes is to be seen
    QShortcut *paste = addShortcut(m_actions.keymap(), KeyAction::PasteReference, this);
    paste->setContext(Qt::WidgetWithChildrenShortcut); // fields of text take it before
    connect(paste, &QShortcut::activated, m_form->references(), &ReferencesPanel::paste);
}

void ComparePage::addReference(const Picture &picture, const QString &name)
{
    m_inputs->add(picture, name);
}

void ComparePage::addReference(const QString &file)
{
    m_inputs->add(file);
}

QString ComparePage::examplePrompt()
{
    return tr("A lighthouse on a rocky coast at dusk, soft fog over the water, warm lamp light");
}

void ComparePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_actions.marks().refresh(); // the gallery may have changed them
}

void ComparePage::resizeEvent(QResizeEvent *)
{
    m_keeping.fitForm();
}

CompareForm ComparePage::form() const
{
    return m_form->form();
}

void ComparePage::setForm(const CompareForm &form)
{
    m_form->setForm(form);
}

void ComparePage::setProjects(const QStringList &names)
{
    m_form->setProjects(names);
}

void ComparePage::updateChoices()
{
    m_form->models()->setChoices(modelChoices(m_catalog, m_keys, m_plans.form().request({}, 0)));
}

/// All offers of the catalog are planned for that: not while the window opens, and not on its thread.
void ComparePage::reckonPrices()
{
    whenDone(modelPrices(m_catalog, m_keys, m_plans.form().request({}, 0)), this,
             [this, round = ++m_reckoned](const ModelPrices &prices) {
                 if (round == m_reckoned) {
                     m_form->models()->setPrices(prices);
                 }
             });
}

void ComparePage::updateKeyHint()
{
    Banner *hint = m_results->keyHint();
    if (m_keys.isAnyLocked()) {
        hint->setMeaning(Meaning::Warning);
        hint->setText(tr("Your keys are locked."));
        hint->setAction(tr("&Unlock…"));
        hint->setDismissible(false);
        m_results->setKeyHintShown(true);
        return;
    }
    hint->setMeaning(Meaning::Info);
    const bool wanted = !m_settings.toBool(Setting::KeyHintDismissed) && m_keys.isKnown() && !m_keys.hasAnyRealKey();
    const bool isNew = m_budget.spentThisMonth() == texts::total(Money::zero());
    hint->setText(isNew ? tr("You can start right away: the built-in models draw by rules, not by AI. With a key of "
                             "your own you compare real ones.")
                        : tr("No key is there now. The built-in models draw by rules, not by AI; with a key you "
                             "compare real ones."));
    hint->setAction(tr("Add a &key…"));
    hint->setDismissible(true);
    m_results->setKeyHintShown(wanted);
}

void ComparePage::generate()
{
    if (m_form->canGenerate()) {
        m_start.want();
    }
}

void ComparePage::openAccount(const QString &provider)
{
    if (const Adapter *adapter = m_adapters.find(provider)) {
        m_dialogs.openUrl(adapter->info().keyPage.toString());
    }
}

void ComparePage::explain(int run, int cell)
{
    QStringList among;
    const QList<int> runs = m_session.runs();
    for (const int id : runs) {
        for (const CompareCell &it : m_session.run(id)->cells) {
            among.append(it.generation);
        }
    }
    if (const CompareCell *it = m_session.cell(run, cell)) {
        Q_EMIT explainWanted(it->generation, among);
    }
}

void ComparePage::tryAgain(const QString &generation)
{
    const QList<int> runs = m_session.runs();
    for (const int run : runs) {
        const QList<CompareCell> &cells = m_session.run(run)->cells;
        for (int index = 0; index < cells.size(); ++index) {
            const CompareCell &it = cells.at(index);
            if (it.generation != generation || it.isUnderWay()) {
                continue;
            }
            if (it.hasJob()) {
                m_session.refetchJob(run, index);
            } else {
                m_start.wantAgain(run, {index});
            }
            return;
        }
    }
}

void ComparePage::tellWhyItStayed(const CompareCell &ended)
{
    const bool isAsWished = ended.cancelWished && ended.outcome && ended.outcome->error
        && ended.outcome->error->billing == Billing::NotBilled;
    if (isAsWished) {
        return;
    }
    const QList<Attempt> attempts = ended.outcome ? ended.outcome->attempts : QList<Attempt>();
    const FailureText failure =
        failureText(ended, attempts.isEmpty() ? QString() : attempts.constLast().provider, namesFor(ended.model));
    QStringList words {failure.title + u'.', failure.what, failure.billing, tr("The picture before stays.")};
    words.removeAll(QString());
    Q_EMIT say(Meaning::Warning, words.join(u' '));
}

/// Once for all that were started together: when the last of them has ended.
void ComparePage::tellNotices(const Generation &outcome)
{
    m_notices.note(outcome.notices);
    if (m_session.isBusy()) {
        return;
    }
    const QString text = m_notices.take({{}, [this](const QString &id) { return m_keys.name(id); }, {}, texts::total});
    if (!text.isEmpty()) {
        Q_EMIT say(Meaning::Warning, text);
    }
}

void ComparePage::focusPrompt()
{
    m_results->setFormShown(true);
    m_form->prompt()->focusPrompt();
}

bool ComparePage::arePicturesShown() const
{
    return m_results->arePicturesShown();
}

void ComparePage::showViews(const QList<ViewedPicture> &pictures, View view)
{
    leaveWelcome();
    m_results->showViews(pictures, view);
}

} // namespace lightwell
