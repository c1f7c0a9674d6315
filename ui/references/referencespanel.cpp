// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/referencespanel.h"

#include "core/wording/wording.h"
#include "ui/dialogs.h"
#include "ui/references/picturecatcher.h"
#include "ui/references/recipecard.h"
#include "ui/references/referencerow.h"
#include "ui/references/referencetexts.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/shortcuts/keymap.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

ReferencesPanel::ReferencesPanel(const QString &folder, Dialogs &dialogs, const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_list(folder)
    , m_dialogs(dialogs)
    , m_keymap(keymap)
    , m_add(named(new Button(Button::Kind::Pill, tr("Reference")), u"addReference"_s, tr("Add reference pictures")))
    , m_catcher(new PictureCatcher(this))
    , m_card(new Card(Card::Ground::Field))
    , m_column(new QVBoxLayout(m_card))
    , m_recipe(new RecipeCard)
{
    m_add->setIcon(themedIcon(Icon::Reference));
    setTip(m_add, tr("Choose pictures to be edited or used. They can also be dropped or pasted here."), keymap,
           KeyAction::AddReference);
    setShortcut(m_add, keymap, KeyAction::AddReference);
    m_add->installEventFilter(this);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_card);
    layout->addWidget(m_recipe);
    m_recipe->hide();
    connect(m_add, &QPushButton::clicked, this, &ReferencesPanel::choose);
    connect(m_catcher, &PictureCatcher::dropped, this, &ReferencesPanel::drop);
    connect(m_catcher, &PictureCatcher::pasted, this,
            [this](const QList<referencefiles::Source> &pictures) { take(pictures, ReferenceList::Recipe::Ignored); });
    connect(m_catcher, &PictureCatcher::hovered, this, &ReferencesPanel::hovered);
    connect(m_recipe, &RecipeCard::recallWanted, this, &ReferencesPanel::recallWanted);
    connect(m_recipe, &RecipeCard::referenceWanted, this,
            [this](const Reference &reference) { m_list.add(reference); });
    connect(m_recipe, &RecipeCard::closed, this, [this] {
        m_add->setFocus(Qt::OtherFocusReason);
        refresh();
    });
    connectList();
    refresh();
}

void ReferencesPanel::connectList()
{
    connect(&m_list, &ReferenceList::changed, this, [this] {
        refresh();
        Q_EMIT edited();
    });
    connect(&m_list, &ReferenceList::refused, this, [this](const QString &name, const Error &error) {
        Q_EMIT say(Meaning::Bad, tr("%1 cannot be used. %2").arg(name, wording::sentence(error)));
    });
    connect(&m_list, &ReferenceList::alreadyThere, this, [this](const QString &name) {
        Q_EMIT say(Meaning::Info, tr("%1 is among the pictures already.").arg(name));
    });
    connect(&m_list, &ReferenceList::tooMany, this, [this] {
        Q_EMIT say(Meaning::Info, tr("No model takes more than %1 pictures.").arg(ReferenceList::most));
    });
    connect(&m_list, &ReferenceList::missing, this, [this](const QString &name) {
        Q_EMIT say(Meaning::Warning, tr("The reference picture %1 cannot be read any more.").arg(name));
    });
    connect(&m_list, &ReferenceList::maskMissing, this, [this](const QString &name) {
        Q_EMIT say(Meaning::Warning, tr("The mask of %1 cannot be read any more.").arg(name));
    });
    connect(&m_list, &ReferenceList::recipeFound, this,
            [this](const Reference &reference, const PictureClaims &claims) {
                m_recipe->open(reference, claims);
                refresh();
            });
    connect(&m_list, &ReferenceList::claimsFound, this, &ReferencesPanel::tellLabels);
}

/// Of pictures without a recipe, which would be shown beside it: cameras and services leave labels alone.
void ReferencesPanel::tellLabels(const Reference &reference, const PictureClaims &claims)
{
    if (const QString labels = referencetexts::labels(claims); !labels.isEmpty()) {
        Q_EMIT say(Meaning::Info, tr("%1 says of itself, unchecked: %2").arg(reference.name, labels));
    }
}

void ReferencesPanel::choose()
{
    m_dialogs.openFiles(this, tr("Choose reference pictures"), picturemime::filters(),
                        [this](const QStringList &paths) {
                            QList<referencefiles::Source> sources;
                            for (const QString &path : paths) {
                                referencefiles::Source source;
                                source.path = path;
                                sources.append(source);
                            }
                            take(sources, ReferenceList::Recipe::Ignored);
                        });
}

void ReferencesPanel::take(const QList<referencefiles::Source> &pictures, ReferenceList::Recipe recipe)
{
    for (const referencefiles::Source &source : pictures) {
        if (m_list.all().size() >= ReferenceList::most) {
            Q_EMIT m_list.tooMany(); // once for all that are left
            return;
        }
        m_list.add(source, recipe);
    }
}

void ReferencesPanel::drop(const QList<referencefiles::Source> &pictures)
{
    take(pictures, pictures.size() == 1 ? ReferenceList::Recipe::Offered : ReferenceList::Recipe::Ignored);
}

void ReferencesPanel::paste()
{
    const QMimeData *held = QGuiApplication::clipboard()->mimeData();
    if (picturemime::hasPictures(held)) {
        take(picturemime::pictures(held), ReferenceList::Recipe::Ignored);
    }
}

void ReferencesPanel::setRoles(const QList<ImageRole> &roles)
{
    if (roles != m_roles) {
        m_roles = roles;
        refresh();
    }
}

QString ReferencesPanel::problem() const
{
    if (m_list.isReading()) {
        return tr("The pictures are still being read.");
    }
    return m_list.isAnyMissing() ? tr("A reference picture cannot be read any more. Remove it first.") : QString();
}

void ReferencesPanel::refresh()
{
    const QList<Reference> &all = m_list.all();
    const bool isOtherCount = m_rows.size() != all.size();
    while (m_rows.size() > all.size()) {
        ReferenceRow *gone = m_rows.takeLast();
        m_column->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
    }
    while (m_rows.size() < all.size()) {
        addRow();
    }
    const qsizetype masked = maskedPlace(all);
    for (qsizetype place = 0; place < all.size(); ++place) {
        m_rows.at(place)->setPlace(place);
        m_rows.at(place)->show(all.at(place), m_roles, place == masked);
    }
    if (isOtherCount) {
        orderTabs();
    }
    m_card->setVisible(!all.isEmpty());
    setVisible(!all.isEmpty() || !m_recipe->isHidden());
}

void ReferencesPanel::addRow()
{
    auto *row = new ReferenceRow;
    m_rows.append(row);
    m_column->addWidget(row);
    row->QWidget::show();
    row->removeButton()->installEventFilter(this);
    connect(row, &ReferenceRow::removeRequested, this, [this, row] { remove(row); });
    connect(row, &ReferenceRow::moveRequested, this, [this, row](int by) { move(row, by); });
    connect(row, &ReferenceRow::maskRequested, this, [this, row] {
        const Reference &reference = m_list.all().at(m_rows.indexOf(row));
        if (reference.isReady()) {
            Q_EMIT maskWanted(reference.id);
        }
    });
    connect(row, &ReferenceRow::roleChosen, this,
            [this, row](ImageRole role) { m_list.setRole(m_rows.indexOf(row), role); });
}

void ReferencesPanel::remove(ReferenceRow *row)
{
    const qsizetype place = m_rows.indexOf(row);
    m_list.remove(place);
    // The keyboard stays among the rows.
    ReferenceRow *next = m_rows.value(std::min(place, m_rows.size() - 1));
    (next ? next->removeButton() : m_add)->setFocus();
}

void ReferencesPanel::move(ReferenceRow *row, int by)
{
    const qsizetype from = m_rows.indexOf(row);
    const qsizetype to = from + by;
    if (to < 0 || to >= m_rows.size()) {
        return;
    }
    m_rows.move(from, to);
    m_column->removeWidget(row); // the same widget goes on: it may have the mouse
    m_column->insertWidget(static_cast<int>(to), row);
    m_column->activate();
    m_list.move(from, to);
    orderTabs();
}

void ReferencesPanel::setTabAfter(QWidget *before)
{
    m_before = before;
    orderTabs();
}

void ReferencesPanel::orderTabs()
{
    QWidget *previous = m_before;
    for (ReferenceRow *row : std::as_const(m_rows)) {
        const QList<Button *> controls = row->findChildren<Button *>(); // as they stand in the row
        for (Button *control : controls) {
            if (previous) {
                setTabOrder(previous, control);
            }
            previous = control;
        }
    }
    if (previous) {
        setTabOrder(previous, m_add);
    }
}

bool ReferencesPanel::eventFilter(QObject *watched, QEvent *event)
{
    // What was removed comes back with the keys that bring back cleared pictures elsewhere.
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey && m_list.canUndo() && m_keymap.matches(static_cast<QKeyEvent *>(event), KeyAction::Undo)) {
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            m_list.undo();
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lightwell
