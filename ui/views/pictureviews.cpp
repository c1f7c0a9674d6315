// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/pictureviews.h"

#include "ui/compare/cellactions.h"
#include "ui/shortcuts/keymap.h"
#include "ui/views/abview.h"
#include "ui/views/loupeview.h"
#include "ui/views/panelayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

PictureViews::PictureViews(CellActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_loupe(new LoupeView(m_store, actions.marks(), actions.keymap()))
    , m_ab(new AbView(m_store, actions.marks(), actions.keymap()))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_loupe);
    layout->addWidget(m_ab);
    m_loupe->hide();
    m_ab->hide();
    const auto save = [this](const ViewedPicture &it) { m_actions.saveAs(this, it.generation, it.picture); };
    connect(m_loupe, &LoupeView::saveWanted, this, save);
    connect(m_ab, &AbView::saveWanted, this, save);
    connect(m_loupe, &LoupeView::copyWanted, this,
            [this](const ViewedPicture &it) { m_actions.copy(it.generation, it.picture); });
    connect(m_loupe, &LoupeView::dragWanted, this,
            [this](QWidget *from, const ViewedPicture &it) { m_actions.drag(from, it.generation, it.picture); });
    connect(m_loupe, &LoupeView::menuWanted, this, &PictureViews::menuWanted);
    connect(m_ab, &AbView::menuWanted, this, &PictureViews::menuWanted);
    connect(m_loupe, &LoupeView::explainWanted, this, &PictureViews::explainWanted);
    connect(m_loupe, &LoupeView::dropped, this, &PictureViews::dropped);
    connect(m_loupe, &LoupeView::left, this, &PictureViews::left);
    connect(m_ab, &AbView::left, this, &PictureViews::left);
    connect(m_ab, &AbView::loupeWanted, this, [this] { Q_EMIT viewWanted(View::Loupe); });
}

void PictureViews::open(const QList<ViewedPicture> &pictures, View view, QStringList chosen, int active)
{
    m_pictures = pictures;
    m_added.clear();
    if (chosen.isEmpty()) {
        for (const ViewedPicture &picture : pictures.first(std::min<qsizetype>(pictures.size(), PaneLayout::most))) {
            chosen.append(picture.id);
        }
    }
    m_ab->setPictures(pictures);
    m_loupe->setPictures(pictures);
    m_loupe->open(chosen.first(std::min<qsizetype>(chosen.size(), PaneLayout::most)), active);
    m_view = View::Columns;
    setView(view);
}

void PictureViews::setPictures(const QList<ViewedPicture> &pictures)
{
    m_pictures = pictures + m_added;
    if (m_pictures.isEmpty()) {
        Q_EMIT left();
    } else if (m_view == View::Loupe) {
        m_loupe->setPictures(m_pictures);
    } else if (m_view == View::AB) {
        m_ab->setPictures(m_pictures);
        if (m_ab->a().isEmpty()) {
            Q_EMIT left();
        }
    }
}

void PictureViews::add(const QList<ViewedPicture> &pictures, int pane)
{
    if (m_view != View::Loupe) {
        return; // it was left before they were read
    }
    for (const ViewedPicture &picture : pictures) {
        const auto isIt = [&picture](const ViewedPicture &it) { return it.id == picture.id; };
        if (std::none_of(m_pictures.cbegin(), m_pictures.cend(), isIt)) {
            m_added.append(picture);
            m_pictures.append(picture);
        }
    }
    m_loupe->setPictures(m_pictures);
    for (qsizetype index = 0; index < pictures.size(); ++index) {
        m_loupe->put(pane + static_cast<int>(index), pictures.at(index).id);
    }
    Q_EMIT added();
}

/// The active one and the one before it, of those that are shown; a single one and its neighbour in the list.
std::pair<QString, QString> PictureViews::pair() const
{
    QStringList among = shown();
    if (among.size() < 2) {
        among.clear();
        for (const ViewedPicture &picture : m_pictures) {
            among.append(picture.id);
        }
        const qsizetype at = std::max<qsizetype>(0, among.indexOf(current()));
        return at + 1 < among.size() || at == 0 ? std::pair(among.value(at), among.value(at + 1))
                                                : std::pair(among.at(at - 1), among.at(at));
    }
    const qsizetype first = std::max<qsizetype>(0, among.indexOf(current()) - 1);
    return {among.at(first), among.at(first + 1)};
}

void PictureViews::setView(View view)
{
    const auto [a, b] = pair();
    if (view == View::AB && b.isEmpty()) {
        view = View::Loupe; // there is nothing to compare it with
    }
    if (view == m_view) {
        return;
    }
    if (view == View::AB) {
        m_ab->setPictures(m_pictures);
        m_ab->open(a, b);
    } else if (m_view == View::AB) {
        m_loupe->setPictures(m_pictures);
        m_loupe->open({m_ab->a(), m_ab->b()});
        m_ab->rest();
    }
    m_view = view;
    m_loupe->setVisible(view == View::Loupe);
    m_ab->setVisible(view == View::AB);
}

View PictureViews::view() const
{
    return m_view;
}

QStringList PictureViews::shown() const
{
    return m_view == View::AB ? QStringList {m_ab->a(), m_ab->b()} : m_loupe->shown();
}

QString PictureViews::current() const
{
    return m_view == View::AB ? m_ab->a() : m_loupe->current();
}

int PictureViews::wantedCount() const
{
    return m_loupe->wantedCount();
}

void PictureViews::takeKeyboard()
{
    m_view == View::AB ? m_ab->takeKeyboard() : m_loupe->takeKeyboard();
}

void PictureViews::openFileMenu(const ViewedPicture &it, const QPoint &globalPosition, bool explains)
{
    auto *menu = named(new QMenu(this), u"viewedMenu"_s, tr("Picture by %1").arg(it.name));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](Icon icon, const QString &text, const QString &name, auto act,
                                  const QKeySequence &keys = {}) {
        QAction *action = menu->addAction(themedIcon(icon), text);
        action->setObjectName(u"viewedMenu."_s + name);
        action->setShortcut(keys);
        action->setShortcutVisibleInContextMenu(true);
        connect(action, &QAction::triggered, this, act);
    };
    const auto keysOf = [this](KeyAction what) { return m_actions.keymap().keys(what).value(0); };
    add(Icon::Picture, tr("&Open in its program"), u"open"_s,
        [this, it] { m_actions.open(it.generation, it.picture); });
    add(
        Icon::Save, tr("&Save as…"), u"save"_s, [this, it] { m_actions.saveAs(this, it.generation, it.picture); },
        keysOf(KeyAction::SavePicture));
    add(
        Icon::Copy, tr("&Copy"), u"copy"_s, [this, it] { m_actions.copy(it.generation, it.picture); },
        keysOf(KeyAction::CopyPicture));
    add(Icon::Folder, tr("Show in &folder"), u"folder"_s, [this, it] { m_actions.showInFolder(it.picture); });
    if (explains) {
        menu->addSeparator();
        add(
            Icon::Info, tr("E&xplain"), u"explain"_s, [this, it] { Q_EMIT explainWanted(it); },
            keysOf(KeyAction::Explain));
    }
    menu->popup(globalPosition);
}

void PictureViews::close()
{
    m_loupe->open({});
    m_ab->rest();
    m_store.letGo();
    m_pictures.clear();
    m_added.clear();
    m_view = View::Columns;
    m_loupe->hide();
    m_ab->hide();
}

} // namespace lightwell
