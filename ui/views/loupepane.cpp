// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/loupepane.h"

#include "ui/compare/cellmarks.h"
#include "ui/references/dropframe.h"
#include "ui/references/picturecatcher.h"
#include "ui/texts.h"
#include "ui/views/picturearea.h"
#include "ui/views/starbutton.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stylepainting.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int edge = 2; ///< of the one that keys are for

Button *tool(Icon icon, const QString &objectName, const QString &what)
{
    auto *button = named(new Button(Button::Kind::Quiet), objectName, what);
    button->setIcon(themedIcon(icon, QPalette::PlaceholderText));
    setTip(button, what);
    return button;
}

QString percentText(double percent)
{
    return LoupePane::tr("at %1 %").arg(percent < 9.95 ? QString::number(percent, 'f', 1)
                                                       : QString::number(qRound(percent)));
}

} // namespace

LoupePane::LoupePane(int number, PyramidStore &store, CellMarks &marks, const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_number(number)
    , m_name(new TextLabel(TextLabel::Voice::Strong))
    , m_maker(new TextLabel(TextLabel::Voice::Small))
    , m_card(new QWidget)
    , m_facts(new TextLabel(TextLabel::Voice::Body))
    , m_cost(new TextLabel(TextLabel::Voice::Strong))
    , m_size(new TextLabel(TextLabel::Voice::Small))
{
    const QString name = u"loupe.%1"_s.arg(number);
    setObjectName(name);
    m_area = named(new PictureArea(name + u".picture"_s, store), name + u".picture"_s, tr("Picture"));
    m_star = new StarButton(name + u".star"_s, marks, &keymap);
    m_save = tool(Icon::Save, name + u".save"_s, tr("Save as…"));
    m_copy = tool(Icon::Copy, name + u".copy"_s, tr("Copy"));
    m_more = tool(Icon::More, name + u".more"_s, tr("More"));
    m_name->setObjectName(name + u".name"_s);
    m_name->setElided(true);
    m_maker->setObjectName(name + u".maker"_s);
    m_facts->setObjectName(name + u".facts"_s);
    m_facts->setElided(true);
    m_cost->setObjectName(name + u".cost"_s);
    m_size->setObjectName(name + u".size"_s);
    m_size->setElided(true);
    auto *title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(m_name, 1);
    title->addWidget(m_maker);
    auto *first = new QHBoxLayout;
    first->addWidget(m_facts, 1);
    first->addWidget(m_cost);
    auto *second = new QHBoxLayout;
    second->setSpacing(2);
    second->addWidget(m_size, 1);
    second->addWidget(m_star);
    second->addWidget(m_save);
    second->addWidget(m_copy);
    second->addWidget(m_more);
    auto *caption = new QVBoxLayout;
    caption->setContentsMargins(12, 6, 8, 4);
    caption->setSpacing(0);
    caption->addLayout(first);
    caption->addLayout(second);
    auto *card = new QVBoxLayout(m_card);
    card->setContentsMargins(edge, edge, edge, edge);
    card->setSpacing(0);
    card->addWidget(m_area, 1);
    card->addLayout(caption);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(title);
    layout->addWidget(m_card, 1);
    takeDrops();
    connect(&marks, &CellMarks::changed, this, &LoupePane::describe);
    connect(m_save, &QPushButton::clicked, this, &LoupePane::saveWanted);
    connect(m_copy, &QPushButton::clicked, this, &LoupePane::copyWanted);
    connect(m_more, &QPushButton::clicked, this,
            [this] { Q_EMIT menuWanted(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(m_area, &PictureArea::menuWanted, this, &LoupePane::menuWanted);
}

/// Of other programs: what is dragged out of a pane is there already.
void LoupePane::takeDrops()
{
    auto *catcher = new PictureCatcher(this);
    catcher->setOthersOnly(true);
    catcher->watch(m_area);
    auto *frame = new DropFrame(m_area, tr("Drop to look at it here"));
    connect(catcher, &PictureCatcher::hovered, frame, [frame](bool over) {
        frame->setVisible(over);
        frame->raise();
    });
    connect(catcher, &PictureCatcher::dropped, this, &LoupePane::dropped);
}

void LoupePane::setPicture(const ViewedPicture &picture)
{
    m_picture = picture;
    m_name->setText(picture.name);
    m_maker->setText(picture.maker);
    m_facts->setText(picture.facts);
    m_cost->setText(picture.cost);
    for (Button *button : {m_save, m_copy}) {
        button->setEnabled(picture.isThere());
    }
    m_more->setEnabled(picture.isThere() || picture.underWay || !picture.problem.isEmpty());
    m_area->setPicture(picture);
    m_star->setPicture(picture);
    describe();
}

void LoupePane::toggleStar()
{
    m_star->toggle();
}

void LoupePane::setActive(bool active, bool several)
{
    m_active = active;
    m_several = several;
    m_area->setBadge(several ? QString::number(m_number) : QString(), active);
    describe();
    update();
}

void LoupePane::setView(const ViewPoint &view, bool shifted)
{
    m_area->setView(view);
    m_scale = m_picture.isThere() ? percentText(m_area->place().percent(view.zoom)) : QString();
    if (shifted && m_picture.isThere()) {
        m_scale += u" · "_s + tr("shifted");
    }
    describe();
}

void LoupePane::describe()
{
    QStringList words;
    if (m_picture.isThere()) {
        words = QStringList {texts::size(m_area->place().picture), m_scale};
    } else if (m_picture.underWay) {
        words.append(tr("being made"));
    }
    words.removeAll(QString());
    m_size->setText(words.join(u" · "_s));
    m_area->setAccessibleName(m_several ? tr("Picture %1 by %2").arg(m_number).arg(m_picture.name)
                                        : tr("Picture by %1").arg(m_picture.name));
    if (m_star->isStarred()) {
        words.append(tr("starred"));
    }
    if (!m_picture.problem.isEmpty()) {
        words.append(m_picture.problem);
    }
    m_area->setAccessibleDescription(words.join(u", "_s));
}

void LoupePane::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    const bool isMarked = m_active && m_several;
    const QRectF card = QRectF(m_card->geometry());
    // The edge of all has the same room, so that nothing moves when another one is chosen.
    const double in = isMarked ? 0 : edge - 1;
    painting::roundedBox(&painter, card.adjusted(in, in, -in, -in), painting::cardRadius, t.surface,
                         isMarked ? t.accent : t.line, isMarked ? edge : 1);
}

} // namespace lightwell
