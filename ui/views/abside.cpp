// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/abside.h"

#include "ui/texts.h"
#include "ui/views/overlay.h"
#include "ui/views/starbutton.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// The letter that stands over the picture, too.
class Letter : public QWidget
{
public:
    explicit Letter(QString text)
        : m_text(std::move(text))
    {
        setFixedSize(overlay::badgeRect(this, m_text, {}).size());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        overlay::badge(painter, this, rect(), m_text, false);
    }

private:
    QString m_text;
};

} // namespace

AbSide::AbSide(const QString &letter, const QString &name, bool far, CellMarks &marks, QWidget *parent)
    : QWidget(parent)
    , m_name(new TextLabel(TextLabel::Voice::Strong))
    , m_maker(new TextLabel(TextLabel::Voice::Small))
    , m_choose(named(new Button(Button::Kind::Quiet), name + u".choose"_s, tr("Another picture for %1").arg(letter)))
    , m_facts(new TextLabel(TextLabel::Voice::Small))
    , m_cost(new TextLabel(TextLabel::Voice::Strong))
    , m_star(new StarButton(name + u".star"_s, marks, nullptr))
    , m_save(named(new Button(Button::Kind::Quiet), name + u".save"_s, tr("Save %1 as…").arg(letter)))
    , m_more(named(new Button(Button::Kind::Quiet), name + u".more"_s, tr("More with %1").arg(letter)))
{
    setObjectName(name);
    m_name->setObjectName(name + u".name"_s);
    m_facts->setObjectName(name + u".facts"_s);
    m_facts->setElided(true); // what can be pressed goes before
    m_cost->setObjectName(name + u".cost"_s);
    m_choose->setIcon(themedIcon(Icon::ChevronDown, QPalette::PlaceholderText));
    setTip(m_choose, tr("Another picture for %1").arg(letter));
    m_save->setIcon(themedIcon(Icon::Save, QPalette::PlaceholderText));
    setTip(m_save, tr("Save as…"));
    m_more->setIcon(themedIcon(Icon::More, QPalette::PlaceholderText));
    setTip(m_more, m_more->accessibleName());
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    if (far) {
        first->addStretch();
        second->addStretch();
    }
    first->addWidget(new Letter(letter));
    for (QWidget *widget : std::initializer_list<QWidget *> {m_name, m_maker, m_choose}) {
        first->addWidget(widget);
    }
    for (QWidget *widget : std::initializer_list<QWidget *> {m_facts, m_cost}) {
        second->addWidget(widget);
    }
    auto *tools = new QHBoxLayout;
    tools->setSpacing(2);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_star, m_save, m_more}) {
        tools->addWidget(widget);
    }
    second->addLayout(tools);
    if (!far) {
        first->addStretch();
        second->addStretch();
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(first);
    layout->addLayout(second);
    connect(m_choose, &QPushButton::clicked, this, [this] { Q_EMIT chooseWanted(m_choose); });
    connect(m_save, &QPushButton::clicked, this, &AbSide::saveWanted);
    connect(m_more, &QPushButton::clicked, this,
            [this] { Q_EMIT menuWanted(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void AbSide::show(const ViewedPicture &picture, bool canChoose)
{
    m_name->setText(picture.name);
    m_maker->setText(picture.maker);
    m_choose->setVisible(canChoose);
    QStringList facts {picture.isThere() ? texts::size(picture.picture.size) : QString(), picture.facts};
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
    m_cost->setText(picture.cost);
    m_star->setPicture(picture);
    m_save->setEnabled(picture.isThere());
    m_more->setEnabled(picture.isThere() || picture.underWay || !picture.problem.isEmpty());
}

void AbSide::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    Q_EMIT hovered(true);
}

void AbSide::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    Q_EMIT hovered(false);
}

} // namespace lightwell
