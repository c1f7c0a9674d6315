// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomepage.h"

#include "ui/dialogs.h"
#include "ui/keys/providerkeys.h"
#include "ui/references/picturecatcher.h"
#include "ui/shortcuts/keymap.h"
#include "ui/welcome/dropstrip.h"
#include "ui/welcome/examplesstep.h"
#include "ui/welcome/footlink.h"
#include "ui/welcome/keysstep.h"
#include "ui/welcome/modelsstep.h"
#include "ui/welcome/reachability.h"
#include "ui/welcome/sketchthumb.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/hintline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr int headHeight = 57; ///< as that of the pictures
constexpr int widest = 1120; ///< wider cards would be empty
constexpr int roomForThree = 660; ///< steps beside each other

} // namespace

WelcomePage::WelcomePage(const Services &services, ProviderKeys &keys, const QString &example, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_keys(keys)
    , m_examples(new ExamplesStep(examples(example)))
    , m_models(new ModelsStep(services.catalog, example))
    , m_keysStep(new KeysStep(services, keys))
    , m_lead(new TextLabel(TextLabel::Voice::Muted))
    , m_strip(new DropStrip)
    , m_hints(new HintLine(u"welcome.hints"_s, {}))
{
    named(static_cast<QWidget *>(this), u"welcomePage"_s, tr("Welcome to Lightwell"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(new Hairline(Qt::Horizontal));
    auto *scroll = named(new QScrollArea, u"welcomeScroll"_s, accessibleName());
    scroll->setWidget(buildContent());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(scroll, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(margin, 4, margin, 8);
    foot->addWidget(m_hints);
    layout->addLayout(foot);
    connect(m_examples, &ExamplesStep::chosen, this, &WelcomePage::exampleWanted);
    connect(m_models, &ModelsStep::catalogWanted, this, [this] { Q_EMIT pageWanted(u"catalog"_s); });
    connect(m_keysStep, &KeysStep::allWanted, this, [this] { Q_EMIT pageWanted(u"keys"_s); });
    connect(m_keysStep, &KeysStep::useWanted, this, &WelcomePage::useWanted);
    connect(m_keysStep, &KeysStep::keyWanted, this, &WelcomePage::keyWanted);
    connect(m_keysStep, &KeysStep::unlockWanted, this, &WelcomePage::unlockWanted);
    connect(m_keysStep, &KeysStep::say, this, &WelcomePage::say);
    connect(&keys, &ProviderKeys::changed, this, &WelcomePage::showSteps);
    connect(services.keymap, &Keymap::changed, this, &WelcomePage::showHints);
    takeDrops();
    showSteps();
    showHints();
}

QWidget *WelcomePage::buildHead()
{
    auto *head = new QWidget;
    head->setFixedHeight(headHeight);
    auto *tour =
        named(new Button(Button::Kind::Normal, tr("&Show me around")), u"welcome.tour"_s, tr("Show me around"));
    tour->setIcon(themedIcon(Icon::Play));
    auto *close = named(new Button(Button::Kind::Quiet), u"welcome.close"_s, tr("Close the welcome"));
    close->setIcon(themedIcon(Icon::Close));
    setTip(close, tr("Close. Settings lead back here."));
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(margin, 0, margin - 4, 0);
    line->setSpacing(8);
    auto *title = new TextLabel(TextLabel::Voice::Strong, accessibleName());
    title->setElided(true);
    line->addWidget(title, 1);
    line->addWidget(tour);
    line->addWidget(close);
    connect(tour, &QPushButton::clicked, this, &WelcomePage::tourWanted);
    connect(close, &QPushButton::clicked, this, &WelcomePage::closeWanted);
    return head;
}

QWidget *WelcomePage::buildContent()
{
    auto *column = new QWidget;
    column->setMaximumWidth(widest);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(margin, 20, margin, margin);
    layout->setSpacing(12);
    auto *heading = new TextLabel(TextLabel::Voice::Heading, tr("One prompt, several models, side by side."));
    heading->setWordWrap(true);
    m_lead->setObjectName(u"welcome.lead"_s);
    m_lead->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(heading);
    words->addWidget(m_lead);
    layout->addLayout(words);
    m_steps = new QBoxLayout(QBoxLayout::LeftToRight);
    m_steps->setSpacing(12);
    m_steps->addWidget(m_examples, 1);
    m_steps->addWidget(m_models, 1);
    m_steps->addWidget(m_keysStep, 1);
    layout->addLayout(m_steps);
    layout->addWidget(m_strip);
    layout->addWidget(buildNotes());
    layout->addStretch(1);
    auto *content = new QWidget;
    auto *sides = new QHBoxLayout(content);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->addWidget(column, 10000); // all of it, up to its largest width
    sides->addStretch(1);
    return content;
}

/// Each leads to where more of it is.
QWidget *WelcomePage::buildNotes()
{
    struct Note
    {
        QString page;
        Icon icon;
        QString text;
    };
    const QList<Note> notes {
        {u"budgets"_s, Icon::Budgets, tr("The price stands beside the button, the real cost under each picture.")},
        {u"settings"_s, Icon::Folder, tr("Pictures, prompts and keys are stored on this computer only.")},
        {u"gateway"_s, Icon::Gateway, tr("Other programs can use the same models through the gateway.")}};
    auto *box = new QWidget;
    m_notes = new QBoxLayout(QBoxLayout::LeftToRight, box);
    m_notes->setContentsMargins(0, 0, 0, 0);
    m_notes->setSpacing(12);
    for (const Note &note : notes) {
        auto *link = new FootLink(u"welcome.note."_s + note.page, note.icon, note.text);
        connect(link, &QAbstractButton::clicked, this, [this, page = note.page] { Q_EMIT pageWanted(page); });
        m_notes->addWidget(link, 1, Qt::AlignTop);
    }
    return box;
}

/// Anywhere over the page; its edge says where that leads.
void WelcomePage::takeDrops()
{
    auto *catcher = new PictureCatcher(this);
    catcher->watch(static_cast<QWidget *>(this));
    connect(catcher, &PictureCatcher::hovered, m_strip, &DropStrip::setLit);
    connect(catcher, &PictureCatcher::dropped, this, &WelcomePage::picturesGiven);
    connect(m_strip, &DropStrip::openWanted, this, &WelcomePage::choosePictures);
}

void WelcomePage::choosePictures()
{
    m_services.dialogs.openFiles(this, tr("Open pictures"), picturemime::filters(), [this](const QStringList &paths) {
        QList<referencefiles::Source> sources;
        for (const QString &path : paths) {
            referencefiles::Source source;
            source.path = path;
            sources.append(source);
        }
        if (!sources.isEmpty()) {
            Q_EMIT picturesGiven(sources);
        }
    });
}

void WelcomePage::setPicturesCame(bool came)
{
    m_cameBefore = came;
    showSteps();
}

void WelcomePage::setFree(bool free)
{
    if (free != m_isFree) {
        m_isFree = free;
        showSteps();
    }
}

void WelcomePage::showSteps()
{
    using State = StepCard::State;
    const bool hasKey = m_keys.hasAnyRealKey();
    m_examples->setState(m_cameBefore ? State::Done : State::Current);
    m_keysStep->setState(hasKey ? State::Done : m_cameBefore ? State::Current : State::Ahead);
    m_lead->setText(m_cameBefore ? tr("Three steps. The first is done.")
                        : m_isFree
                        ? tr("Three steps. Press Generate and the first is done; it costs nothing.")
                        : tr("Three steps. Press Generate and the first is done; the price stands beside it."));
}

void WelcomePage::showHints()
{
    const Keymap &keymap = *m_services.keymap;
    m_hints->setHints({{{keymap.text(KeyAction::Generate)}, tr("generate")},
                       {{keymap.text(KeyAction::WritePrompt)}, tr("write the prompt")},
                       {{keymap.text(KeyAction::AddModel)}, tr("add a model")}});
}

void WelcomePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_keysStep->refresh();
    if (std::exchange(m_wasShown, true)) {
        return;
    }
    const QList<SketchThumb *> thumbs = findChildren<SketchThumb *>();
    for (SketchThumb *thumb : thumbs) {
        thumb->paintWith(m_services.sketcher);
    }
    followReachability(this, [this](bool online) { m_keysStep->setOnline(online); });
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void WelcomePage::arrange()
{
    const auto direction = width() >= roomForThree ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    m_steps->setDirection(direction);
    m_notes->setDirection(direction);
    m_notes->setSpacing(direction == QBoxLayout::LeftToRight ? 12 : 0);
}

} // namespace lightwell
