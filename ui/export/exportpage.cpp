// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportpage.h"

#include "core/async/whendone.h"
#include "core/model/boundedjson.h"
#include "core/storage/settings.h"
#include "ui/dialogs.h"
#include "ui/export/encodingpanel.h"
#include "ui/export/exportfoot.h"
#include "ui/export/exportform.h"
#include "ui/export/exportstrip.h"
#include "ui/export/presetbar.h"
#include "ui/export/previewcard.h"
#include "ui/export/sizepanel.h"
#include "ui/export/splitview.h"
#include "ui/export/targetpanel.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/shortcuts/keymap.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/hintline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QJsonDocument>
#include <QShortcut>
#include <QStandardPaths>
#include <QtConcurrentRun>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 328;
constexpr int settleDelay = 150; ///< milliseconds after the last change
constexpr int keepDelay = 500;
constexpr int roomForHints = 600; ///< in lower windows the picture needs it
constexpr int largestRatio = 2; ///< of screens that small pictures are made for

QString usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) + u"/Lightwell"_s;
}

QList<HintLine::Hint> hints(const Keymap &keymap)
{
    const auto of = [&keymap](KeyAction action) { return QStringList {keymap.text(action)}; };
    return {{{ExportPage::tr("Drag")}, ExportPage::tr("split")},
            {{u"←"_s, u"→"_s}, ExportPage::tr("split by 1 %")},
            {{ExportPage::tr("Wheel")}, ExportPage::tr("zoom")},
            {of(KeyAction::ShowPixels), ExportPage::tr("100 %")},
            {of(KeyAction::ShowWhole), ExportPage::tr("fit")},
            {{ExportPage::tr("Page ↑"), ExportPage::tr("Page ↓")}, ExportPage::tr("next picture")},
            {{ExportPage::tr("Esc")}, ExportPage::tr("back")},
            {{ExportPage::tr("Ctrl+←"), ExportPage::tr("Ctrl+→")}, ExportPage::tr("move the picture")}};
}

/// What holds for one picture of them.
ExportOptions ofOne(ExportOptions options)
{
    options.delay = 0;
    options.isSheet = false;
    return options;
}

} // namespace

ExportPage::ExportPage(Settings &settings, Dialogs &dialogs, const SteadyClock &clock, const Keymap &keymap,
                       QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_keymap(keymap)
    , m_items(ExportStrip::thumbnail * largestRatio)
    , m_run(clock)
    , m_title(new TextLabel(TextLabel::Voice::Heading))
    , m_from(new TextLabel(TextLabel::Voice::Muted))
    , m_presets(new PresetBar(settings))
    , m_preview(new PreviewCard(m_previewer, keymap))
    , m_strip(named(new ExportStrip(m_items), u"exportStrip"_s, tr("Pictures to be exported")))
    , m_stripCard(new Card)
    , m_hints(new HintLine(u"export.hints"_s, hints(keymap)))
    , m_form(new ExportForm)
    , m_foot(new ExportFoot(keymap))
{
    setObjectName(u"exportPage"_s);
    m_title->setObjectName(u"exportHeading"_s);
    build();
    const QByteArray kept = settings.value(Setting::ExportForm).toByteArray();
    const Result<QJsonObject> read = readJsonObject(kept, jsonlimits::own);
    m_form->setSettings(ExportSettings::fromJson(read ? *read : QJsonObject()));
    const QString folder = settings.toString(Setting::ExportFolder);
    m_form->target()->setFolder(folder.isEmpty() ? usualFolder() : folder);
    for (QTimer *timer : {&m_exampleSoon, &m_keepSoon}) {
        timer->setSingleShot(true);
    }
    m_exampleSoon.setInterval(settleDelay);
    m_keepSoon.setInterval(keepDelay);
    connectParts();
    addKeys();
    m_previewer.setOptions(ofOne(m_form->settings().options));
    m_presets->showSettings(m_form->settings());
    updateFoot();
}

ExportPage::~ExportPage()
{
    keep();
}

void ExportPage::build()
{
    auto *back = named(new Button(Button::Kind::Normal), u"exportBack"_s, tr("Back"));
    back->setIcon(themedIcon(Icon::ChevronLeft));
    setTip(back, tr("Back (Esc). An export that was started goes on."));
    connect(back, &QPushButton::clicked, this, &ExportPage::left);
    m_from->setElided(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 12);
    head->setSpacing(12);
    head->addWidget(back);
    head->addWidget(m_title);
    head->addWidget(m_from, 1);
    head->addWidget(m_presets);
    auto *strip = new QVBoxLayout(m_stripCard);
    strip->setContentsMargins(8, 8, 8, 4);
    strip->addWidget(m_strip);
    m_strip->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_keymap, &Keymap::changed, this, [this] { m_hints->setHints(hints(m_keymap)); });
    auto *pictures = new QVBoxLayout;
    pictures->setContentsMargins(16, 16, 16, 16);
    pictures->setSpacing(12);
    pictures->addWidget(m_preview, 1);
    pictures->addWidget(m_stripCard);
    pictures->addWidget(m_hints);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(16, 4, 16, 16);
    foot->addWidget(m_foot);
    auto *side = new QWidget;
    side->setFixedWidth(formWidth);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->setSpacing(0);
    sideLayout->addWidget(m_form, 1);
    sideLayout->addLayout(foot);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addLayout(pictures, 1);
    body->addWidget(new Hairline(Qt::Vertical));
    body->addWidget(side);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addLayout(body, 1);
}

void ExportPage::connectParts()
{
    connect(m_strip, &ExportStrip::chosen, this, &ExportPage::showRow);
    connect(m_preview->view(), &SplitView::stepWanted, this, &ExportPage::step);
    connect(m_form, &ExportForm::edited, this, &ExportPage::edit);
    connect(m_form->target(), &TargetPanel::folderWanted, this, &ExportPage::chooseFolder);
    connect(m_presets, &PresetBar::chosen, this, [this](const ExportSettings &settings) {
        m_form->setSettings(settings);
        edit();
    });
    connect(m_presets, &PresetBar::offer, this, &ExportPage::offer);
    connect(&m_exampleSoon, &QTimer::timeout, this, &ExportPage::updateExample);
    connect(&m_keepSoon, &QTimer::timeout, this, &ExportPage::keep);
    connect(&m_previewer, &ExportPreviewer::changed, this, &ExportPage::updateExpected);
    connect(&m_previewer, &ExportPreviewer::measured, &m_items, &ExportItems::setMeasured);
    connect(&m_items, &ExportItems::sizesRead, this, &ExportPage::updateFoot);
    connect(m_foot, &ExportFoot::startWanted, this, &ExportPage::start);
    connect(m_foot, &ExportFoot::cancelWanted, this, [this] {
        m_run.cancel();
        updateFoot();
    });
    connect(m_foot, &ExportFoot::keepWanted, this, [this] { begin(ExportExisting::Kept); });
    connect(m_foot, &ExportFoot::replaceWanted, this, [this] { begin(ExportExisting::Replaced); });
    connect(m_foot, &ExportFoot::skipWanted, this, [this] { begin(ExportExisting::Skipped); });
    connect(m_foot, &ExportFoot::declined, this, [this] {
        if (m_state == State::Asking) {
            setState(State::Ready);
        }
    });
    connect(m_foot, &ExportFoot::folderWanted, this, [this] {
        for (const ExportOutcome &outcome : m_run.outcomes()) {
            if (outcome.state == ExportOutcome::State::Done) {
                m_dialogs.showInFolder(outcome.target);
                return;
            }
        }
    });
    connect(m_foot, &ExportFoot::retryWanted, this, [this] {
        if (m_run.hasEnded()) {
            const QList<int> rows = m_items.rowsIn(ExportItems::State::Failed);
            for (const int row : rows) {
                m_items.setState(row, ExportItems::State::Waits);
            }
            setState(State::Running);
            m_run.retryFailed();
        }
    });
    connect(&m_run, &ExportRun::began, this, [this](int row) { m_items.setState(row, ExportItems::State::Writing); });
    connect(&m_run, &ExportRun::came, this, [this](int row, const ExportOutcome &outcome) {
        showOutcome(row, outcome);
        updateFoot();
    });
    connect(&m_run, &ExportRun::ended, this, &ExportPage::end);
}

void ExportPage::addKeys()
{
    QShortcut *start = addShortcut(m_keymap, KeyAction::Export, this);
    start->setAutoRepeat(false);
    connect(start, &QShortcut::activated, this, &ExportPage::start);
    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    leave->setAutoRepeat(false);
    connect(leave, &QShortcut::activated, this, &ExportPage::escape);
}

void ExportPage::open(const QStringList &files, const QString &from)
{
    if (m_run.isRunning()) {
        Q_EMIT say(Meaning::Info, tr("An export is under way. Start the next one when it has ended."));
        return;
    }
    m_run.forget();
    m_items.setFiles(files);
    m_form->setCount(static_cast<int>(files.size()));
    m_title->setText(files.size() == 1 ? tr("Export 1 picture") : tr("Export %1 pictures").arg(files.size()));
    m_from->setText(from);
    m_stripCard->setVisible(files.size() > 1);
    m_row = -1;
    m_strip->setRow(0);
    setState(State::Ready);
    showRow(0);
    m_preview->view()->setFocus(Qt::OtherFocusReason);
}

void ExportPage::setRecipeInBooks(const RecipesInBooks &recipeInBooks)
{
    m_recipeInBooks = recipeInBooks;
    m_previewer.setRecipeInBooks(recipeInBooks);
}

void ExportPage::showRow(int row)
{
    if (row == m_row || row < 0 || row >= m_items.files().size()) {
        return;
    }
    m_row = row;
    showSource();
    m_exampleSoon.start();
}

/// A contact sheet is looked at as the page it will be, whatever picture is chosen.
void ExportPage::showSource()
{
    const ExportJob wanted = job();
    if (wanted.options.isSheet) {
        m_previewer.setSheet(wanted);
    } else {
        m_previewer.setFile(m_items.files().value(m_row));
    }
}

void ExportPage::step(int by)
{
    const int row = m_row + by;
    if (row >= 0 && row < m_items.files().size()) {
        m_strip->setRow(row);
        showRow(row);
    }
}

void ExportPage::edit()
{
    if (m_state == State::Running) {
        return;
    }
    const ExportSettings settings = m_form->settings();
    if (const ExportOptions options = ofOne(settings.options); !(options == m_previewer.options())) {
        m_items.forgetMeasured();
        m_previewer.setOptions(options);
    }
    showSource();
    m_presets->showSettings(settings);
    m_exampleSoon.start();
    m_keepSoon.start();
    setState(State::Ready);
}

void ExportPage::chooseFolder()
{
    m_dialogs.chooseFolder(this, tr("Folder for the exported pictures"), m_form->target()->folder(),
                           [this](const QString &folder) {
                               if (!folder.isEmpty()) {
                                   m_form->target()->setFolder(folder);
                                   m_settings.set(Setting::ExportFolder, folder);
                                   edit();
                               }
                           });
}

void ExportPage::updateExample()
{
    if (m_row < 0 || m_row >= m_items.files().size() || !m_form->target()->isValid()) {
        return;
    }
    const int round = ++m_exampleRound;
    whenDone(QtConcurrent::run([job = job(), row = m_row] { return exportStem(job, row); }), this,
             [this, round, format = m_form->settings().options.format](const Result<QString> &stem) {
                 if (round == m_exampleRound) {
                     m_form->target()->showExample(stem ? *stem + u'.' + formatSuffix(format) : QString());
                 }
             });
}

void ExportPage::updateExpected()
{
    const std::optional<ExportSource> &source = m_previewer.source();
    const std::optional<qint64> bytes = m_previewer.bytes();
    m_form->size()->tell(source ? source->image.size() : QSize(), m_previewer.size());
    if (source && bytes && !m_previewer.isBusy()) {
        if (m_previewer.sheet().isEmpty()) {
            m_items.setShare(double(*bytes) / double(std::max<qint64>(1, source->bytes)));
        }
        m_form->encoding()->setTook(m_previewer.milliseconds().value_or(-1), !m_previewer.sheet().isEmpty());
    }
}

void ExportPage::updateFoot()
{
    switch (m_state) {
    case State::Ready:
        return m_foot->showReady(m_items, m_form->settings().options, canStart());
    case State::Checking:
        return m_foot->showChecking();
    case State::Asking:
        return;
    case State::Running:
        return m_foot->showRunning(m_run);
    case State::Ended:
        return m_foot->showEnded(m_run, canStart());
    }
}

void ExportPage::setState(State state)
{
    m_state = state;
    ++m_round;
    m_form->setChangeable(state == State::Ready || state == State::Ended);
    m_presets->setEnabled(state == State::Ready || state == State::Ended);
    if (state == State::Ready) {
        m_items.setStates(ExportItems::State::Idle);
    }
    updateFoot();
}

void ExportPage::keep()
{
    m_settings.set(Setting::ExportForm, QJsonDocument(m_form->settings().toJson()).toJson(QJsonDocument::Compact));
}

void ExportPage::resizeEvent(QResizeEvent *)
{
    m_hints->setVisible(height() >= roomForHints);
}

} // namespace lightwell
