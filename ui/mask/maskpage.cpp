// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskpage.h"

#include "core/async/whendone.h"
#include "ui/mask/maskoptions.h"
#include "ui/mask/masktools.h"
#include "ui/references/referencelist.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/shortcuts/keymap.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/hintline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 57; ///< as of the pictures' own
constexpr int margin = 16;
constexpr int roomForWords = 700; ///< lower windows have a line of signs for the models
constexpr int roomForHints = 600;
constexpr double zoomStep = 1.25;

QList<HintLine::Hint> hints(const Keymap &keymap)
{
    const auto of = [&keymap](KeyAction action) { return keymap.text(action); };
    return {{{of(KeyAction::Brush)}, MaskPage::tr("brush")},
            {{of(KeyAction::Eraser)}, MaskPage::tr("eraser")},
            {{of(KeyAction::SmallerBrush), of(KeyAction::LargerBrush)}, MaskPage::tr("size")},
            {{u"Alt"_s}, MaskPage::tr("erase")},
            {{u"Shift"_s}, MaskPage::tr("straight")},
            {{of(KeyAction::Invert)}, MaskPage::tr("invert")},
            {{of(KeyAction::Canvas)}, MaskPage::tr("canvas")},
            {{MaskPage::tr("Space")}, MaskPage::tr("pan")},
            {{of(KeyAction::Undo)}, MaskPage::tr("undo")}};
}

} // namespace

MaskPage::MaskPage(ReferenceList &references, Settings &settings, const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_keymap(keymap)
    , m_references(references)
    , m_settings(settings)
    , m_keeper(references)
    , m_title(new TextLabel(TextLabel::Voice::Heading))
    , m_back(named(new Button(Button::Kind::Normal), u"maskBack"_s, tr("Back to the pictures")))
    , m_undo(named(new Button(Button::Kind::Normal), u"maskUndo"_s, tr("Undo")))
    , m_redo(named(new Button(Button::Kind::Normal), u"maskRedo"_s, tr("Redo")))
    , m_close(named(new Button(Button::Kind::Normal, tr("Close")), u"maskClose"_s, tr("Close")))
    , m_options(new MaskOptions)
    , m_tools(new MaskTools(keymap))
    , m_canvas(named(new MaskCanvas, u"maskCanvas"_s, tr("Canvas")))
    , m_polarity(new TextLabel(TextLabel::Voice::Small))
    , m_models(new MaskModels)
    , m_hints(new HintLine(u"keyHints"_s, hints(keymap)))
{
    setObjectName(u"maskPage"_s);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // it makes no window larger
    build();
    connectAll();
    showLook(readMaskLook(settings));
    showModels({});
}

void MaskPage::build()
{
    m_title->setObjectName(u"maskTitle"_s);
    m_title->setElided(true);
    m_back->setIcon(themedIcon(Icon::ChevronLeft));
    m_undo->setIcon(themedIcon(Icon::Undo));
    m_redo->setIcon(themedIcon(Icon::Redo));
    setTip(m_back, tr("Back to the pictures (Escape). What was painted stays."));
    setTip(m_undo, tr("Undo"), m_keymap, KeyAction::Undo);
    setTip(m_redo, tr("Redo"), m_keymap, KeyAction::Redo);
    m_canvas->setAccessibleDescription(
        tr("Arrow keys move the brush, Enter puts it down, Shift with an arrow paints, Control with an arrow pans."));
    m_canvasHelp = m_canvas->accessibleDescription();
    m_polarity->setObjectName(u"maskPolarity"_s);
    m_polarity->setElided(true);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(margin, (barHeight - 32) / 2, margin, (barHeight - 32) / 2);
    bar->setSpacing(12);
    bar->addWidget(m_back);
    bar->addWidget(m_title, 1);
    bar->addWidget(m_undo);
    bar->addWidget(m_redo);
    bar->addWidget(m_close);
    auto *work = new QHBoxLayout;
    work->setSpacing(12);
    work->addWidget(m_tools, 0, Qt::AlignTop);
    auto *painting = new QVBoxLayout;
    painting->setSpacing(5);
    painting->addWidget(m_canvas, 1);
    painting->addWidget(m_polarity);
    work->addLayout(painting, 1);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(margin, 8, margin, 8);
    column->setSpacing(10);
    column->addWidget(m_options);
    column->addLayout(work, 1);
    column->addWidget(m_models);
    column->addWidget(m_hints);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addLayout(column, 1);
}

void MaskPage::connectAll()
{
    connect(m_back, &QPushButton::clicked, this, &MaskPage::leave);
    connect(m_close, &QPushButton::clicked, this, &MaskPage::leave);
    const auto undo = [this] {
        if (const MaskEdits *edits = m_keeper.edits(m_id); edits && edits->canUndo()) {
            m_canvas->change([](MaskDocument &document) { document.undo(); });
        }
    };
    const auto redo = [this] {
        if (const MaskEdits *edits = m_keeper.edits(m_id); edits && edits->canRedo()) {
            m_canvas->change([](MaskDocument &document) { document.redo(); });
        }
    };
    connect(m_undo, &QPushButton::clicked, this, undo);
    connect(m_redo, &QPushButton::clicked, this, redo);
    const auto addKeys = [this](KeyAction action, auto act) {
        QShortcut *shortcut = addShortcut(m_keymap, action, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    addKeys(KeyAction::Undo, undo);
    addKeys(KeyAction::Redo, redo);
    connect(&m_keymap, &Keymap::changed, this, [this] { m_hints->setHints(hints(m_keymap)); });
    connect(m_tools, &MaskTools::toolChosen, this, &MaskPage::setTool);
    connect(m_tools, &MaskTools::invertWanted, this, &MaskPage::invert);
    connect(m_tools, &MaskTools::clearWanted, this,
            [this] { m_canvas->change([](MaskDocument &document) { document.clear(); }); });
    connect(m_options, &MaskOptions::diameterChanged, m_canvas, &MaskCanvas::setDiameter);
    connect(m_options, &MaskOptions::featherChanged, m_canvas, &MaskCanvas::setFeather);
    connect(m_options, &MaskOptions::maskShown, m_canvas, &MaskCanvas::setMaskShown);
    connect(m_options, &MaskOptions::fitWanted, m_canvas, &MaskCanvas::fit);
    connect(m_options, &MaskOptions::growthWanted, this, [this](const QMargins &growth) {
        m_canvas->change([growth](MaskDocument &document) { document.setGrowth(growth); });
    });
    connect(m_canvas, &MaskCanvas::zoomChanged, this,
            [this](double scale) { m_options->setZoom(scale * devicePixelRatioF()); });
    connect(m_canvas, &MaskCanvas::growing, this, [this] { m_options->setGrowth(m_canvas->document().growth()); });
    connect(m_canvas, &MaskCanvas::growing, this, &MaskPage::canvasChanging);
    connect(m_options, &MaskOptions::lookChosen, this, [this](const MaskLook &look) {
        writeMaskLook(look, m_settings);
        showLook(look);
    });
    m_canvas->installEventFilter(this);
    m_canvas->setDiameter(m_options->diameter());
    m_canvas->setFeather(m_options->feather());
    connect(&m_keeper, &MaskKeeper::changed, this, [this] {
        showSteps();
        Q_EMIT hindranceChanged();
    });
    connect(&m_keeper, &MaskKeeper::written, this, &MaskPage::hindranceChanged);
    connect(&m_keeper, &MaskKeeper::failed, this, &MaskPage::failed);
    connect(&m_references, &ReferenceList::changed, this, &MaskPage::followList);
}

void MaskPage::open(const QString &id)
{
    const qsizetype place = m_references.placeOf(id);
    if (place < 0 || id == m_id) {
        return;
    }
    m_keeper.writeNow(); // of the picture before
    m_id = id;
    const Reference &reference = m_references.all().at(place);
    m_title->setText(tr("Edit: %1").arg(reference.name));
    m_options->setPicture(reference.size);
    m_canvas->open({}, nullptr);
    load(id);
    m_canvas->setFocus(Qt::OtherFocusReason);
    Q_EMIT hindranceChanged();
}

void MaskPage::load(const QString &id)
{
    m_isLoading = true;
    const Reference &reference = m_references.all().at(m_references.placeOf(id));
    whenDone(referencefiles::canvas(reference), this, [this, id](const referencefiles::Canvas &canvas) {
        if (id != m_id) {
            return;
        }
        m_isLoading = false;
        if (canvas.levels.isEmpty()) {
            leave();
            return;
        }
        m_canvas->open(canvas.levels, m_keeper.edits(id, canvas.document));
        showSteps();
        Q_EMIT hindranceChanged();
    });
}

void MaskPage::leave()
{
    if (m_id.isEmpty()) {
        return;
    }
    m_keeper.writeNow();
    m_id.clear();
    m_isLoading = false;
    m_canvas->open({}, nullptr);
    Q_EMIT hindranceChanged();
    Q_EMIT closed();
}

/// A picture that was taken away has no mask to be painted.
void MaskPage::followList()
{
    if (!m_id.isEmpty() && m_references.placeOf(m_id) < 0) {
        leave();
    }
}

void MaskPage::showSteps()
{
    const MaskEdits *edits = m_keeper.edits(m_id);
    if (!edits) {
        return;
    }
    m_undo->setEnabled(edits->canUndo());
    m_redo->setEnabled(edits->canRedo());
    m_tools->setEmpty(!edits->isBusy() && edits->document().isEmpty());
    if (!edits->isBusy()) {
        m_options->setGrowth(edits->document().growth());
    }
}

void MaskPage::showLook(const MaskLook &look)
{
    m_canvas->setLook(look);
    m_options->setLook(look);
}

void MaskPage::invert()
{
    m_canvas->work([](MaskDocument &document) { document.invert(); });
}

QString MaskPage::hindrance() const
{
    if (!isSettled()) {
        return tr("The mask is still being written down.");
    }
    return !m_id.isEmpty() && m_canvas->document().isEmpty() ? tr("Paint what should change, or grow the canvas.")
                                                             : QString();
}

void MaskPage::showModels(const QList<MaskModels::Entry> &entries)
{
    m_models->showEntries(entries);
    QStringList swapped;
    for (const MaskModels::Entry &entry : entries) {
        swapped.append(entry.isSwapped ? QStringList(entry.name) : QStringList());
    }
    m_polarity->setText(
        swapped.isEmpty()
            ? tr("What you paint is made anew and the rest stays, whichever way round a model takes its mask.")
            : tr("What you paint is made anew and the rest stays; black and white are swapped for %1.")
                  .arg(swapped.join(u", "_s)));
}

QSize MaskPage::canvas() const
{
    return m_id.isEmpty() ? QSize() : m_canvas->document().canvas().size();
}

void MaskPage::setCanvasNote(const QString &note)
{
    m_canvas->setNote(note);
    m_canvas->setAccessibleDescription(note.isEmpty() ? m_canvasHelp : note + u". "_s + m_canvasHelp);
}

void MaskPage::setSnap(MaskCanvas::Snap snap)
{
    m_canvas->setSnap(std::move(snap));
}

void MaskPage::setTool(MaskCanvas::Tool tool)
{
    m_tools->setTool(tool);
    m_options->setTool(tool);
    m_canvas->setTool(tool);
}

/// Whoever holds Shift for straight lines means the same keys.
std::optional<KeyAction> MaskPage::meant(const QKeyEvent &key) const
{
    const std::optional<KeyAction> action = m_keymap.find(&key, KeyPlace::Mask);
    if (action || key.modifiers() != Qt::ShiftModifier) {
        return action;
    }
    const QKeyEvent plain(key.type(), key.key(), Qt::NoModifier);
    return m_keymap.find(&plain, KeyPlace::Mask);
}

bool MaskPage::act(KeyAction action)
{
    using Tool = MaskCanvas::Tool;
    static const QHash<KeyAction, Tool> tools {
        {KeyAction::Brush, Tool::Brush}, {KeyAction::Eraser, Tool::Eraser}, {KeyAction::Rectangle, Tool::Rectangle},
        {KeyAction::Lasso, Tool::Lasso}, {KeyAction::Fill, Tool::Fill},     {KeyAction::Canvas, Tool::Canvas}};
    if (const auto tool = tools.constFind(action); tool != tools.cend()) {
        setTool(*tool);
        return true;
    }
    switch (action) {
    case KeyAction::SwapBrush:
        setTool(m_canvas->tool() == Tool::Brush ? Tool::Eraser : Tool::Brush);
        return true;
    case KeyAction::Invert:
        invert();
        return true;
    case KeyAction::SmallerBrush:
    case KeyAction::LargerBrush:
        m_options->changeDiameter(action == KeyAction::SmallerBrush ? -1 : 1);
        return true;
    case KeyAction::SharperBrush:
    case KeyAction::SofterBrush:
        m_options->changeFeather(action == KeyAction::SharperBrush ? -1 : 1);
        return true;
    case KeyAction::ZoomIn:
        m_canvas->zoomBy(zoomStep);
        return true;
    case KeyAction::ZoomOut:
        m_canvas->zoomBy(1 / zoomStep);
        return true;
    case KeyAction::ShowWhole:
        m_canvas->fit();
        return true;
    case KeyAction::ShowPixels:
        m_canvas->setWholePixels();
        return true;
    default:
        return false;
    }
}

bool MaskPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_canvas && event->type() == QEvent::KeyPress) {
        const std::optional<KeyAction> action = meant(*static_cast<QKeyEvent *>(event));
        if (action && act(*action)) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MaskPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void MaskPage::resizeEvent(QResizeEvent *)
{
    m_models->setBrief(window()->height() < roomForWords);
    m_hints->setVisible(window()->height() >= roomForHints);
}

} // namespace lightwell
