// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskpage.h"

#include "core/async/whendone.h"
#include "ui/mask/keyhints.h"
#include "ui/mask/maskoptions.h"
#include "ui/mask/masktools.h"
#include "ui/references/referencelist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
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

QList<KeyHints::Hint> hints()
{
    return {{{u"B"_s}, MaskPage::tr("brush")},        {{u"E"_s}, MaskPage::tr("eraser")},
            {{u"["_s, u"]"_s}, MaskPage::tr("size")}, {{u"Alt"_s}, MaskPage::tr("erase")},
            {{u"Shift"_s}, MaskPage::tr("straight")}, {{u"I"_s}, MaskPage::tr("invert")},
            {{u"C"_s}, MaskPage::tr("canvas")},       {{MaskPage::tr("Space")}, MaskPage::tr("pan")},
            {{u"Ctrl+Z"_s}, MaskPage::tr("undo")}};
}

} // namespace

MaskPage::MaskPage(ReferenceList &references, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_references(references)
    , m_settings(settings)
    , m_keeper(references)
    , m_title(new TextLabel(TextLabel::Voice::Heading))
    , m_back(named(new Button(Button::Kind::Normal), u"maskBack"_s, tr("Back to the pictures")))
    , m_undo(named(new Button(Button::Kind::Normal), u"maskUndo"_s, tr("Undo")))
    , m_redo(named(new Button(Button::Kind::Normal), u"maskRedo"_s, tr("Redo")))
    , m_close(named(new Button(Button::Kind::Normal, tr("Close")), u"maskClose"_s, tr("Close")))
    , m_options(new MaskOptions)
    , m_tools(new MaskTools)
    , m_canvas(named(new MaskCanvas, u"maskCanvas"_s, tr("Canvas")))
    , m_polarity(new TextLabel(
          TextLabel::Voice::Small,
          tr("What you paint is made anew and the rest stays, whichever way round a model takes its mask.")))
    , m_models(new MaskModels)
    , m_hints(new KeyHints(hints()))
{
    setObjectName(u"maskPage"_s);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // it makes no window larger
    build();
    connectAll();
    showLook(readMaskLook(settings));
}

void MaskPage::build()
{
    m_title->setObjectName(u"maskTitle"_s);
    m_title->setElided(true);
    m_back->setIcon(themedIcon(Icon::ChevronLeft));
    m_undo->setIcon(themedIcon(Icon::Undo));
    m_redo->setIcon(themedIcon(Icon::Redo));
    setTip(m_back, tr("Back to the pictures (Escape). What was painted stays."));
    setTip(m_undo, tr("Undo (Ctrl+Z)"));
    setTip(m_redo, tr("Redo (Ctrl+Shift+Z)"));
    m_canvas->setAccessibleDescription(
        tr("Arrow keys move the brush, Enter puts it down, Shift with an arrow paints, Control with an arrow pans."));
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
    for (const auto &[keys, act] : {std::pair<QKeySequence, std::function<void()>> {QKeySequence::Undo, undo},
                                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), redo},
                                    {QKeySequence(Qt::CTRL | Qt::Key_Y), redo}}) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    }
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

bool MaskPage::pressed(const QKeyEvent &key)
{
    using Tool = MaskCanvas::Tool;
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return false;
    }
    static const QHash<int, Tool> tools {{Qt::Key_B, Tool::Brush},     {Qt::Key_E, Tool::Eraser},
                                         {Qt::Key_R, Tool::Rectangle}, {Qt::Key_L, Tool::Lasso},
                                         {Qt::Key_G, Tool::Fill},      {Qt::Key_C, Tool::Canvas}};
    if (const auto tool = tools.constFind(key.key()); tool != tools.cend()) {
        setTool(*tool);
        return true;
    }
    switch (key.key()) {
    case Qt::Key_X:
        setTool(m_canvas->tool() == Tool::Brush ? Tool::Eraser : Tool::Brush);
        return true;
    case Qt::Key_I:
        invert();
        return true;
    case Qt::Key_BracketLeft:
    case Qt::Key_BracketRight:
        m_options->changeDiameter(key.key() == Qt::Key_BracketLeft ? -1 : 1);
        return true;
    case Qt::Key_BraceLeft:
    case Qt::Key_BraceRight:
        m_options->changeFeather(key.key() == Qt::Key_BraceLeft ? -1 : 1);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_canvas->zoomBy(zoomStep);
        return true;
    case Qt::Key_Minus:
        m_canvas->zoomBy(1 / zoomStep);
        return true;
    case Qt::Key_0:
        m_canvas->fit();
        return true;
    case Qt::Key_1:
        m_canvas->setWholePixels();
        return true;
    default:
        return false;
    }
}

bool MaskPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_canvas && event->type() == QEvent::KeyPress && pressed(*static_cast<QKeyEvent *>(event))) {
        return true;
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
