// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/keymap.h"
#include "ui/steadyclock.h"

#include <QImage>
#include <QStringList>

#include <functional>

namespace lightwell {

class AdapterRegistry;
class Books;
class Catalog;
class CatalogRefresh;
class ClientKey;
class ClientRegistry;
class Dialogs;
class EngineFinder;
class Gateway;
class GatewayStarter;
class ImageService;
class Keyring;
class MarkBook;
class Notifier;
class RoutingFile;
class Settings;
struct PictureCollection;

/// Models and endpoints that the user wrote down.
struct OwnCatalog
{
    QString file = {}; ///< where they are looked for, whether it is there or not
    QStringList models = {}; ///< slugs of those that are in the catalog
    QStringList endpoints = {}; ///< servers the user named, as provider ids
};

/// What a built-in model makes of words, small, for pictures that show what it does; a null image: it is not built in.
/// From any thread.
using Sketcher = std::function<QImage(const QString &model, const QString &prompt, QSize size)>;

/// What the pages of the window work with. Built by app/, outlives the window. `settings` lives on the window's
/// thread; the others may be called from it.
struct Services
{
    ImageService &images;
    Gateway &gateway;
    GatewayStarter &starter; ///< of the gateway, as the settings say
    ClientRegistry &clients; ///< programs that use it
    Keyring &keyring;
    Books &books;
    Settings &settings;
    ClientKey &clientKey;
    Dialogs &dialogs;
    const AdapterRegistry &adapters;
    const Catalog &catalog;
    const SteadyClock &clock = SteadyClock::system();
    EngineFinder *engines = nullptr; ///< null: none are looked for
    OwnCatalog own = {};
    CatalogRefresh *refresh = nullptr; ///< null: models and prices cannot be fetched
    RoutingFile *routing = nullptr; ///< null: there are no rules to be changed
    MarkBook *marks = nullptr; ///< null: no picture can be starred or hidden
    Notifier *notifier = nullptr; ///< null: the desktop is told nothing
    PictureCollection *pictures = nullptr; ///< null: there is no gallery
    QString referencesFolder = {}; ///< for pictures of the form that lie in no file; empty: they go with the program
    Sketcher sketcher = {}; ///< empty: nobody paints
    const Keymap *keymap = &Keymap::usual(); ///< which keys do what; never null
};

} // namespace lightwell
