// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/enlargedview.h"

#include "ui/compare/cellactions.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/pictureview.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Button *arrow(Icon icon, const QString &objectName, const QString &what)
{
    auto *button = named(new Button(Button::Kind::Quiet), objectName, what);
    button->setIcon(themedIcon(icon));
    setTip(button, what);
    return button;
}

} // namespace

EnlargedView::EnlargedView(CompareSession &session, CellActions &actions, Names::NameOf providerName, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_actions(actions)
    , m_providerName(std::move(providerName))
    , m_back(named(new Button(Button::Kind::Normal, tr("&Back")), u"enlarged.back"_s, tr("Back to all pictures")))
    , m_name(new TextLabel(TextLabel::Voice::Strong))
    , m_facts(new TextLabel(TextLabel::Voice::Small))
    , m_place(new TextLabel(TextLabel::Voice::Small))
    , m_previous(arrow(Icon::ChevronLeft, u"enlarged.previous"_s, tr("The picture before")))
    , m_next(arrow(Icon::ChevronRight, u"enlarged.next"_s, tr("The next picture")))
    , m_picture(named(new PictureView, u"enlarged.picture"_s, tr("Picture")))
{
    setObjectName(u"enlarged"_s);
    m_back->setIcon(themedIcon(Icon::ChevronLeft));
    setTip(m_back, tr("Back to all pictures (Esc)"));
    m_name->setObjectName(u"enlarged.name"_s);
    m_facts->setObjectName(u"enlarged.facts"_s);
    m_facts->setElided(true);
    m_place->setObjectName(u"enlarged.place"_s);
    m_picture->setRounded(false);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 10, 16, 10);
    bar->setSpacing(10);
    bar->addWidget(m_back);
    bar->addWidget(m_name);
    bar->addWidget(m_facts, 1);
    bar->addWidget(m_previous);
    bar->addWidget(m_place);
    bar->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->setSpacing(0);
    layout->addLayout(bar);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 0);
    row->addWidget(m_picture);
    layout->addLayout(row, 1);
    connect(m_back, &QPushButton::clicked, this, &EnlargedView::closed);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_picture, &PictureView::dragWanted, this, [this] {
        if (const CompareCell *it = shown()) {
            m_actions.drag(m_picture, *it->outcome, *it->picture());
        }
    });
}

const CompareCell *EnlargedView::shown() const
{
    const CompareCell *it = m_session.cell(m_run, m_cell);
    return it && it->picture() ? it : nullptr;
}

QList<int> EnlargedView::pictures() const
{
    QList<int> all;
    if (const CompareRun *run = m_session.run(m_run)) {
        for (int index = 0; index < run->cells.size(); ++index) {
            if (run->cells.at(index).picture()) {
                all.append(index);
            }
        }
    }
    return all;
}

void EnlargedView::open(int run, int cell)
{
    m_run = run;
    m_cell = cell;
    m_picture->setInReach(true);
    refresh();
    m_picture->setFocus(Qt::OtherFocusReason);
}

void EnlargedView::refresh()
{
    const CompareCell *it = shown();
    if (!it) {
        Q_EMIT closed();
        return;
    }
    const CompareRun &run = *m_session.run(m_run);
    const QString name = run.columns.at(m_cell % run.columns.size()).name;
    const Picture &picture = *it->picture();
    m_name->setText(name);
    QStringList facts {texts::size(picture.size), formatLabel(picture.format), texts::duration(it->tookMilliseconds())};
    if (!it->outcome->attempts.isEmpty()) {
        facts.append(m_providerName(it->outcome->attempts.constLast().provider));
    }
    facts.append(texts::spent(it->outcome->cost));
    m_facts->setText(facts.join(u" · "_s));
    const QList<int> all = pictures();
    const auto place = static_cast<int>(all.indexOf(m_cell));
    m_place->setText(tr("%1 of %2").arg(place + 1).arg(all.size()));
    for (QWidget *widget : std::initializer_list<QWidget *> {m_previous, m_place, m_next}) {
        widget->setVisible(all.size() > 1);
    }
    m_previous->setEnabled(place > 0);
    m_next->setEnabled(place + 1 < all.size());
    m_picture->setPicture(picture);
    m_picture->setAccessibleName(tr("Picture by %1").arg(name));
    m_picture->setAccessibleDescription(tr("%1, %2").arg(it->request.prompt, texts::size(picture.size)));
}

void EnlargedView::step(int by)
{
    const QList<int> all = pictures();
    const qsizetype to = all.indexOf(m_cell) + by;
    if (to >= 0 && to < all.size()) {
        m_cell = all.at(to);
        refresh();
        m_picture->setFocus(Qt::OtherFocusReason); // also where the button of this way is off by now
    }
}

void EnlargedView::keyPressEvent(QKeyEvent *event)
{
    const int ahead = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const CompareCell *it = shown();
    if (event->matches(QKeySequence::Save) && it) {
        m_actions.saveAs(this, *it->outcome, *it->picture());
    } else if (event->matches(QKeySequence::Copy) && it) {
        m_actions.copy(*it->outcome, *it->picture());
    } else if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier) {
        QWidget::keyPressEvent(event);
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up) {
        step(event->key() == Qt::Key_Up ? -1 : -ahead);
    } else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down) {
        step(event->key() == Qt::Key_Down ? 1 : ahead);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace lightwell
