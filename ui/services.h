// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/steadyclock.h"

namespace lightwell {

class AdapterRegistry;
class Catalog;
class ClientKey;
class Dialogs;
class EngineFinder;
class Gateway;
class ImageService;
class Keyring;
class Ledger;
class Settings;

/// What the pages of the window work with. Built by app/, outlives the window. `settings` lives on the window's
/// thread; the others may be called from it.
struct Services
{
    ImageService &images;
    Gateway &gateway;
    Keyring &keyring;
    Ledger &ledger;
    Settings &settings;
    ClientKey &clientKey;
    Dialogs &dialogs;
    const AdapterRegistry &adapters;
    const Catalog &catalog;
    const SteadyClock &clock = SteadyClock::system();
    EngineFinder *engines = nullptr; ///< null: none are looked for
};

} // namespace lightwell
