// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

/// Why there is no key to call a vendor with. The vendor is a text: its own name.
namespace lightwell::reasons {

// Keys and addresses.
inline constexpr ReasonCode<QString> keyMissing {"key_missing"};
inline constexpr ReasonCode<QString, QString> keyMissingWithVariable {"key_missing_with_variable"};
inline constexpr ReasonCode<QStringList> keysMissing {"keys_missing"};
inline constexpr ReasonCode<QStringList, QStringList> keysMissingWithVariables {"keys_missing_with_variables"};
inline constexpr ReasonCode<> keyEmpty {"key_empty"};
inline constexpr ReasonCode<> keyNotKept {"key_not_kept"};
inline constexpr ReasonCode<QString, QString> addressNotSet {"address_not_set"};
inline constexpr ReasonCode<QString> noPlaceReadable {"no_place_readable"};
inline constexpr ReasonCode<QString> noPlaceReadableLocked {"no_place_readable_locked"};
inline constexpr ReasonCode<ProviderId> providerUnknown {"provider_unknown"};

// The keychain.
inline constexpr ReasonCode<> keychainLocked {"keychain_locked"};
inline constexpr ReasonCode<> keychainRefused {"keychain_refused"};
inline constexpr ReasonCode<> keychainAbsent {"keychain_absent"};
inline constexpr ReasonCode<> keychainSilent {"keychain_silent"};
inline constexpr ReasonCode<> keychainWithoutKey {"keychain_without_key"};
inline constexpr ReasonCode<> keychainUnusable {"keychain_unusable"};

// The key file.
inline constexpr ReasonCode<> keyFileLocked {"key_file_locked"};
inline constexpr ReasonCode<QString> keyFileLockedBecause {"key_file_locked_because"};
inline constexpr ReasonCode<> keyFileWithoutKey {"key_file_without_key"};
inline constexpr ReasonCode<> keyFileUnusable {"key_file_unusable"};

} // namespace lightwell::reasons
