#!/usr/bin/env bash
# Builds an application image, and with "deb" a Debian package from it, out of target/tendril.
#   mvn package && installer/linux.sh [image|deb]
# Needs a JDK 25 (its jpackage and jlink); the package also needs fakeroot and dpkg-deb.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-deb}
work=target/installer
dist=target/tendril

say() { printf '%s\n' "$*" >&2; }
[ -d "$dist/lib" ] || { say "There is no $dist yet. Run mvn package first."; exit 1; }

find_jdk() {
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25*; do
    if [ -x "$home/bin/jpackage" ] && grep -q '^JAVA_VERSION="25' "$home/release" 2>/dev/null; then
      printf %s "$home"
      return
    fi
  done
}
jdk=$(find_jdk)
[ -n "$jdk" ] || { say "No JDK 25 with jpackage was found. Install one, or set JAVA_HOME to it."; exit 1; }

jar=$(basename "$(ls "$dist"/lib/tendril-*.jar | head -n 1)")
version=${jar#tendril-}
version=${version%.jar}
version=${version%-SNAPSHOT}

rm -rf "$work"
mkdir -p "$work/input" "$work/modules" "$work/out"
for file in "$dist"/lib/*.jar; do
  case ${file##*/} in
    javafx-*-linux*.jar) cp "$file" "$work/modules/" ;;
    javafx-*) ;;
    *) cp "$file" "$work/input/" ;;
  esac
done

modules=javafx.controls,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml
modules=$modules,jdk.crypto.ec,jdk.localedata,jdk.unsupported,jdk.zipfs
say "Building the application image with $jdk …"
"$jdk/bin/jpackage" --type app-image --name tendril --app-version "$version" \
  --vendor "Tendril" --description "Graph pivot tool for threat investigators" \
  --copyright "Apache-2.0" --icon assets/icon/tendril-512.png \
  --input "$work/input" --main-jar "$jar" --main-class tendril.Main \
  --module-path "$work/modules" --add-modules "$modules" \
  --java-options --enable-native-access=javafx.graphics,ALL-UNNAMED \
  --java-options -XX:+UseSerialGC \
  --jlink-options "--strip-debug --no-header-files --no-man-pages --compress=zip-6" \
  --dest "$work/out"
mkdir -p "$work/out/tendril/lib/doc"
cp src/docs/LICENSE.txt "$work/out/tendril/lib/doc/"
say "$work/out/tendril/bin/tendril"
[ "$what" = deb ] || exit 0

say "Building the Debian package …"
mkdir -p "$work/resources"
cp assets/linux/tendril.desktop "$work/resources/tendril.desktop"
"$jdk/bin/jpackage" --type deb --name tendril --app-version "$version" \
  --vendor "Tendril" --description "Graph pivot tool for threat investigators" \
  --app-image "$work/out/tendril" --resource-dir "$work/resources" \
  --license-file src/docs/LICENSE.txt \
  --file-associations installer/tendril-case.properties \
  --linux-package-name tendril --linux-app-category science --linux-menu-group "Network;Security" \
  --linux-shortcut --linux-package-deps "libgtk-3-0, libpangoft2-1.0-0" \
  --linux-deb-maintainer maintainers@tendril.example --dest "$work"
ls "$work"/*.deb
